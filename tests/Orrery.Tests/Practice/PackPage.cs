using System.Text;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Tests.Practice;

/// <summary>The documentation page of a pack, written from the pack itself.</summary>
internal sealed class PackPage
{
    private readonly StringBuilder _page = new();
    private readonly Pack _pack;
    private readonly Catalogue _all;

    private PackPage(Pack pack, Catalogue all) => (_pack, _all) = (pack, all);

    public static string Of(string name)
    {
        var page = new PackPage(PackShelf.Take(name), PackShelf.Open(name));
        page.Head();
        page.Kinds();
        page.Relations();
        page.Additions();
        page.Lifecycles();
        page.Choices();
        page.Words();
        page.Views();
        page.Questions();
        page.Examples();
        return page._page.ToString();
    }

    private void Head()
    {
        Line($"# {_pack.Title}");
        Line();
        Line($"<!-- Written from packs/{_pack.Name}.yaml by PackPageTests; ORRERY_ACCEPT=1 writes it anew. -->");
        Line(_pack.Description);
        Line();
        var needs = _pack.Needs.IsEmpty ? "nothing" : string.Join(", ", _pack.Needs.Select(n => $"[{n}]({n}.md)"));
        Line(
            $"Pack `{_pack.Name}`, version {_pack.Version}. Needs {needs}. To be looked at again by {_pack.Revisit:uuuu-MM-dd}."
        );
    }

    private void Kinds()
    {
        Section("Kinds", _pack.Kinds.Length);
        foreach (var kind in _pack.Kinds)
        {
            Line();
            Line($"### {kind.Title}");
            Line($"`{kind.Symbol}`{Traits(kind)}. {kind.Description}");
            Fields(kind.Fields);
        }
    }

    private string Traits(KindDefinition kind)
    {
        var lifecycle = _all.LifecycleOf(kind.Symbol)?.Symbol;
        string?[] traits =
        [
            kind.IsAbstract ? "what others have in common" : null,
            kind.Ancestors.IsEmpty ? null : $"is a {string.Join(", ", kind.Ancestors.Select(a => $"`{a}`"))}",
            kind.Temporality,
            kind.Grounding,
            kind.HalfLifeInDays is { } days ? $"half of the trust is gone after {days} days" : null,
            lifecycle is null ? null : $"goes through `{lifecycle}`",
        ];
        return string.Concat(traits.OfType<string>().Select(t => $", {t}"));
    }

    private void Fields(IEnumerable<PackField> fields)
    {
        var rows = fields.Select(f => $"| `{f.Symbol}` | {Cell(f.Title)} | {Holds(f)} | {Cell(f.Description)} |").ToList();
        if (rows.Count == 0)
            return;
        Line();
        Line("| field | title | holds | |");
        Line("| --- | --- | --- | --- |");
        rows.ForEach(Line);
    }

    private static string Holds(PackField field) =>
        Cell(
            string.Join(
                ", ",
                (
                    (string?[])
                        [
                            FieldKinds.Name(field.Kind),
                            field.Enumeration is { } name ? $"of `{name}`" : null,
                            field.Options.IsEmpty ? null : $"of {string.Join(", ", field.Options.Select(o => o.Title))}",
                            field.Unit,
                            field.Range.IsOpen ? null : field.Range.Words,
                            field.IsPersonal ? "personal" : null,
                            field.Required == "never" ? null : $"asked {field.Required}",
                        ]
                ).OfType<string>()
            )
        );

    private void Relations()
    {
        Section("Relations", _pack.RelationTypes.Length);
        Table(
            "relation | from | to | |",
            _pack.RelationTypes.Select(r =>
                $"`{r.Symbol}` {Cell(r.Title)} / {Cell(r.Inverse)} | {Ends(r.From)} | {Ends(r.To)} | {Cell(r.Description)}{Traits(r)} |"
            )
        );
    }

    private static string Traits(RelationTypeDefinition type)
    {
        string?[] traits =
        [
            type.ToMax is { } to ? $"at most {to} out" : null,
            type.FromMax is { } from ? $"at most {from} in" : null,
            type.IsAcyclic ? "no circles" : null,
            type.IsSymmetric ? "both ways" : null,
            type.IsCausal ? "a cause" : null,
            type.IsStructural ? "structure" : null,
            .. type.Fields.Select(f => $"says `{f.Symbol}`"),
        ];
        return string.Concat(traits.OfType<string>().Select(t => $" · {t}"));
    }

    private static string Ends(IEnumerable<string> kinds) =>
        string.Join(", ", kinds.Select(k => $"`{k}`")) is { Length: > 0 } named ? named : "anything";

    private void Additions()
    {
        Section("What it adds to others", _pack.Extensions.Length);
        foreach (var more in _pack.Extensions)
        {
            Line();
            Line($"To `{more.Symbol}`:");
            if (!more.From.IsEmpty || !more.To.IsEmpty)
                Line($"further ends {Ends(more.From.Concat(more.To))}.");
            Fields(more.Fields);
        }
    }

    private void Lifecycles()
    {
        Section("Lifecycles", _pack.Lifecycles.Length);
        foreach (var lifecycle in _pack.Lifecycles)
        {
            Line();
            Line($"### {lifecycle.Title}");
            Line($"`{lifecycle.Symbol}`. {lifecycle.Description}");
            Line();
            foreach (var move in lifecycle.Moves)
                Line(
                    $"- `{move.From}` may become {(move.To.IsEmpty ? "nothing else" : string.Join(", ", move.To.Select(t => $"`{t}`")))}"
                );
            foreach (var gate in lifecycle.Gates)
                Line(
                    $"- {(gate.AfterDays is { } days ? $"{days} days after" : "entering")} `{gate.State}`: {gate.Title}{Escape(gate)}"
                );
        }
    }

    private static string Escape(LifecycleGate gate) => gate.Unless is { } unless ? $" (or `{unless}` says why not)" : "";

    private void Choices()
    {
        Section("Choices", _pack.Enumerations.Length);
        Table(
            "choice | options |",
            _pack.Enumerations.Select(e =>
                $"`{e.Symbol}` {Cell(e.Title)} | {Cell(string.Join(", ", e.Options.Select(o => o.Title)))} |"
            )
        );
    }

    private void Words()
    {
        foreach (var community in _pack.Words)
        {
            Section($"Words of {community.Title ?? community.Community}", community.Words.Length);
            Table(
                "for | word |",
                community.Words.Select(w => $"`{w.Of}` | {Cell(w.Term)}{(w.Status is "preferred" ? "" : $" ({w.Status})")} |")
            );
        }
    }

    private void Views()
    {
        Section("Views", _pack.Views.Length);
        Table(
            "view | shape | for | to |",
            _pack.Views.Select(v =>
                $"{Cell(v.Definition.Title)} | {ViewShapes.NameOf(v.Definition.Shape)} | {Cell(v.Definition.Audience)} | {Cell(v.Definition.Task)} |"
            )
        );
    }

    private void Questions()
    {
        var questions = QuestionShelf.Of(_pack.Name);
        Section("Questions", questions.Length);
        Table("question | asked by | name |", questions.Select(q => $"{Cell(q.Said)} | {Cell(q.Asks)} | `{q.Name}` |"));
    }

    private void Examples()
    {
        foreach (var example in _pack.Examples)
        {
            Section($"Example: {example.Title}", 1);
            Line(example.Description);
            Line();
            var commands = example.In(_all).Play(PackPlay.Now).SelectMany(step => step.Commands).ToList();
            var things = commands.OfType<GraphCommand.CreateEntity>().ToDictionary(c => c.Subject);
            foreach (var thing in things.Values)
            {
                var said = commands
                    .OfType<GraphCommand.Relate>()
                    .Where(r => r.From == thing.Subject)
                    .Select(r => Said(r, things));
                var kind = _all.FindKind(thing.Labels[0])!.Title;
                Line($"- {kind}: **{TitleOf(thing)}**{string.Concat(said.Select(s => $"; {s}"))}");
            }
        }
    }

    private string Said(GraphCommand.Relate relation, Dictionary<Id, GraphCommand.CreateEntity> things) =>
        $"{_all.FindRelationType(relation.Type)!.Title} {(things.TryGetValue(relation.To, out var to) ? TitleOf(to) : "a relation")}";

    private static string TitleOf(GraphCommand.CreateEntity thing) => thing.Fields["title"].AsText ?? thing.Key ?? "";

    private void Section(string title, int many)
    {
        if (many == 0)
            return;
        Line();
        Line($"## {title}");
    }

    private void Table(string head, IEnumerable<string> rows)
    {
        var all = rows.Select(row => $"| {row}").ToList();
        if (all.Count == 0)
            return;
        Line($"| {head}");
        Line(string.Concat(Enumerable.Repeat("| --- ", head.Count(c => c == '|'))) + "|");
        all.ForEach(Line);
    }

    private static string Cell(string? text) => (text ?? "").Replace("|", "/").Replace('\n', ' ');

    private void Line(string text = "") => _page.Append(text).Append('\n');
}
