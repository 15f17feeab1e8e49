using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Reads pieces of work: one line in the text, from the idea over taking it on and waiting to done, in the history.</summary>
internal static class StoryWork
{
    /// <summary>The scenes of one piece of work up to yesterday.</summary>
    public static IEnumerable<StoryScene> Read(YamlMap work)
    {
        var title = work.Required("work");
        var item = new Piece(work, $"work-item:{work.Text("key") ?? EntityRef.KeyFor(title)}", title);
        ImmutableArray<StoryScene> scenes = [.. item.Scenes().Where(s => s.Day < 0)];
        work.Close();
        return scenes;
    }

    private sealed class Piece(YamlMap work, string reference, string title)
    {
        private readonly int _start = StoryTime.Workday(work.RequiredDay("from"));
        private readonly string _who = work.Required("who");
        private readonly string _team = work.Required("team");
        private readonly ImmutableArray<string> _with = work.Texts("with");
        private readonly string? _for = work.Text("for");
        private readonly string? _waits = work.Text("waits");
        private readonly string? _dropped = work.Text("dropped");
        private readonly string _sort = work.Text("kind") ?? "deliver";
        private readonly bool _unplanned = work.Flag("unplanned");
        private readonly int _took = Length(work);

        public IEnumerable<StoryScene> Scenes()
        {
            var idea = StoryTime.Workday(_start - (_unplanned ? 1 : 8 + (Chance.Of(reference) % 14)));
            yield return Scene(idea, null, Idea());
            if (!_unplanned)
                yield return Scene(StoryTime.Workday(_start - 2), "Taken on in planning", Say(("status", Value.Of("committed"))));
            yield return Scene(
                _start,
                null,
                [
                    Say(("status", Value.Of("in-action")), ("started-on", Value.Of(StoryTime.Date(_start)))),
                    .. _with
                        .Prepend(_who)
                        .Select(who => new StoryLine.Relate(
                            work.Place,
                            new($"person:{who}", "works-on", reference),
                            [],
                            default
                        )),
                ]
            );
            if (_waits is not null)
            {
                yield return Scene(StoryTime.Workday(_start + (_took / 3)), null, Say(("blocked-by", Value.Of(_waits))));
                yield return Scene(StoryTime.Workday(_start + (2 * _took / 3)), null, Say(("blocked-by", Value.Nothing)));
            }

            var end = StoryTime.Workday(_start + _took);
            yield return _dropped is null
                ? Scene(end, null, Say(("status", Value.Of("realised")), ("done-on", Value.Of(StoryTime.Date(end)))))
                : Scene(end, _dropped, Say(("status", Value.Of("abandoned")), ("update", Value.Of(_dropped))));
        }

        private StoryLine.Add Idea()
        {
            List<StoryLine.Relate> relations = [new(work.Place, new(_team, "works-on", reference), [], default)];
            if (_for is not null)
                relations.Add(
                    new(
                        work.Place,
                        new(
                            reference,
                            _for.StartsWith("bet:", StringComparison.Ordinal)
                            || _for.StartsWith("goal:", StringComparison.Ordinal)
                                ? "realises"
                                : "about",
                            _for
                        ),
                        [],
                        default
                    )
                );
            ImmutableArray<Said> fields =
            [
                new("title", Value.Of(title)),
                new("status", Value.Of("possibility")),
                new("work", Value.Of(_sort)),
                new("planned", Value.Of(!_unplanned)),
                new(
                    "horizon",
                    Value.Of(
                        _took > 25 ? "h3"
                        : _took > 4 ? "h2"
                        : "h1"
                    )
                ),
            ];
            return new(work.Place, "work-item", reference["work-item:".Length..], fields, [.. relations], default);
        }

        private StoryLine.Say Say(params ReadOnlySpan<(string Field, Value Value)> fields)
        {
            var said = ImmutableArray.CreateBuilder<Said>();
            foreach (var (field, value) in fields)
                said.Add(new(field, value));
            return new(work.Place, reference, said.ToImmutable(), default);
        }

        private StoryScene Scene(int day, string? why, params ImmutableArray<StoryLine> lines) =>
            new(work.Place, day, _who, why, Origin.Screen, lines);

        private static int Length(YamlMap work)
        {
            if (work.Text("took") is { } text && StoryTime.TryRead($"in {text}", 0, out var days))
                return days;
            work.Faults.Add(StoryFaults.BadTime(work.Place, work.Text("took") ?? ""));
            return 7;
        }
    }
}
