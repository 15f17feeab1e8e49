using System.Collections.Immutable;
using System.Diagnostics;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Turns scenes, in order of time, into steps: gives ids, checks that what is spoken of is there by then.</summary>
internal sealed class StoryCompiler(string system, StoryWords words, List<Fault> faults)
{
    private readonly Dictionary<string, Id> _things = new(StringComparer.Ordinal);
    private readonly HashSet<Id> _ended = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public ImmutableArray<DemoStep> Compile(IEnumerable<StoryScene> scenes)
    {
        var ordered = scenes
            .Select((scene, index) => (scene, index))
            .OrderBy(s => s.scene.Day)
            .ThenBy(s => s.index)
            .Select(s => s.scene)
            .ToList();
        foreach (var person in ordered.SelectMany(s => s.Lines).OfType<StoryLine.Add>().Where(a => a.Kind == "person"))
            _names[person.Key] = person.Fields.FirstOrDefault(f => f.Field == "title")?.Value.AsText ?? person.Key;
        var steps = ImmutableArray.CreateBuilder<DemoStep>();
        foreach (var day in ordered.GroupBy(s => s.Day))
        {
            if (day.Key >= 0)
                faults.AddRange(day.Select(s => StoryFaults.Future(s.Place)));
            steps.AddRange(Day(day.Key, [.. day]));
        }

        return steps.ToImmutable();
    }

    /// <summary>Spreads the steps of a day over its working hours, in the order of the text.</summary>
    private IEnumerable<DemoStep> Day(int day, ImmutableArray<StoryScene> scenes)
    {
        var gap = 8 * 3600 / (scenes.Length + 1);
        foreach (var (index, scene) in scenes.Index())
        {
            var second = (13 * 3600) + (gap * (index + 1)) + (Chance.Of($"{scene.Day} {index}") % Math.Max(1, gap / 2));
            yield return Step(scene, StoryTime.Start(day).Plus(Duration.FromSeconds(second)));
        }
    }

    private DemoStep Step(StoryScene scene, Instant recorded)
    {
        var by = NameOf(scene);
        var adds = scene.Lines.OfType<StoryLine.Add>().ToList();
        List<GraphCommand> commands = [.. adds.Select(a => Create(a, recorded))];
        commands.AddRange(adds.SelectMany(a => a.Relations).Select(r => Relate(r, recorded)));
        foreach (var line in scene.Lines.Where(l => l is not StoryLine.Add))
            commands.AddRange(Commands(line, recorded, by));
        return new(
            recorded,
            new Cause(by, scene.Origin, scene.Why, scene.Origin == Origin.Import ? scene.By : null),
            [.. commands]
        );
    }

    private IEnumerable<GraphCommand> Commands(StoryLine line, Instant recorded, string by)
    {
        switch (line)
        {
            case StoryLine.Relate relate:
                return [Relate(relate, recorded)];
            case StoryLine.Say say:
                var subject = Find(say.Place, say.Subject);
                return say.Fields.Select(f => new GraphCommand.SetField(subject, f.Field, f.Value, During(say.Span, recorded)));
            case StoryLine.End end:
                var ended = Find(end.Place, end.Subject);
                _ended.Add(ended);
                return [new GraphCommand.Retire(ended, During(end.Span, recorded))];
            case StoryLine.Exist exist:
                return [new GraphCommand.Restore(Find(exist.Place, exist.Subject), During(exist.Span, recorded))];
            case StoryLine.Confirm confirm:
                var confirmed = Find(confirm.Place, confirm.Subject);
                var since = Validity.Since(recorded);
                return
                [
                    new GraphCommand.SetField(confirmed, "confirmed-at", Value.Of(recorded), since),
                    new GraphCommand.SetField(confirmed, "confirmed-by", Value.Of(by), since),
                ];
            case StoryLine.Rename rename:
                var renamed = Find(rename.Place, rename.Subject);
                _things[$"{StoryWords.KindOf(rename.Subject)}:{rename.Key}"] = renamed;
                return [new GraphCommand.GiveRef(renamed, rename.Key)];
            case StoryLine.Observe observe:
                var counted = Find(observe.Place, observe.Subject);
                return [new GraphCommand.AppendSeries(counted, observe.Field, [new(recorded, observe.Number)])];
            default:
                throw new UnreachableException(line.GetType().Name);
        }
    }

    private GraphCommand.CreateEntity Create(StoryLine.Add add, Instant recorded)
    {
        var reference = $"{add.Kind}:{add.Key}";
        var id = Id.Named(system, reference);
        if (!_things.TryAdd(reference, id))
            faults.Add(StoryFaults.Twice(add.Place, reference));
        if (!add.Fields.Any(f => f.Field == "title"))
            faults.Add(YamlFaults.Missing(add.Place, reference, "title"));
        var fields = Properties.Of([.. add.Fields.Where(f => !f.Value.IsNothing).Select(f => (f.Field, f.Value))]);
        return new(id, [add.Kind], add.Key, fields, During(add.Span, recorded));
    }

    private GraphCommand Relate(StoryLine.Relate relate, Instant recorded)
    {
        var sentence = relate.Sentence;
        var (from, to) = (Find(relate.Place, sentence.From), Find(relate.Place, sentence.To));
        Judge(relate);
        var text = sentence.ToString();
        var id = Id.Named(system, text);
        var during = During(relate.Span, recorded);
        if (_things.TryAdd(text, id))
            return new GraphCommand.Relate(
                id,
                sentence.Type,
                from,
                to,
                Properties.Of([.. relate.Fields.Select(f => (f.Field, f.Value))]),
                during
            );
        if (!_ended.Remove(id))
            faults.Add(StoryFaults.Twice(relate.Place, text));
        return new GraphCommand.Restore(id, during);
    }

    private void Judge(StoryLine.Relate relate)
    {
        var type = words.Catalogue.FindRelationType(relate.Sentence.Type)!;
        foreach (var (end, allowed) in new[] { (relate.Sentence.From, type.From), (relate.Sentence.To, type.To) })
        {
            var kind = end.Contains(' ', StringComparison.Ordinal) ? "relation" : StoryWords.KindOf(end);
            if (!allowed.IsEmpty && !allowed.Any(a => words.Catalogue.IsA(kind, a)))
                faults.Add(StoryFaults.WrongEnd(relate.Place, relate.Sentence.ToString(), $"the {kind} '{end}'"));
        }
    }

    private Id Find(Place place, string subject)
    {
        var name = StoryWords.Parse(subject)?.ToString() ?? subject;
        if (name.StartsWith("kind:", StringComparison.Ordinal) && words.Catalogue.FindKind(name["kind:".Length..]) is not null)
            return PackCommands.ModelId(name);
        if (_things.TryGetValue(name, out var id))
            return id;
        faults.Add(StoryFaults.UnknownThing(place, subject));
        return default;
    }

    private string NameOf(StoryScene scene)
    {
        if (_names.TryGetValue(scene.By, out var name))
            return name;
        if (!scene.By.Contains(' ', StringComparison.Ordinal) && scene.Origin != Origin.Import)
            faults.Add(StoryFaults.Unnamed(scene.Place, scene.By));
        return scene.By;
    }

    private static Validity During(Span span, Instant recorded) =>
        new(
            span.Since is { } since ? StoryTime.Start(since) : recorded,
            span.Until is { } until ? StoryTime.Start(until) : Instant.MaxValue
        );
}
