using System.Text.Json;
using Orrery.Graph;
using Orrery.Import;

namespace Orrery.IntegrationTests.Import;

/// <summary>
/// What is imported of each of the 137 files against counts made with another parser, which resolves, merges and renames nothing.
/// Each difference is one of the named rules of docs/imports/kubernetes.md.
/// </summary>
public sealed class KubernetesCounts(KubernetesFiles data)
{
    [Fact]
    public void Every_file_of_groups_holds_what_was_counted()
    {
        KubernetesFiles.SkipWithoutData();

        Assert.Equal(Counted("sigs"), Found("sigs", GroupCounts));
    }

    [Fact]
    public void Every_file_of_proposals_holds_what_was_counted()
    {
        KubernetesFiles.SkipWithoutData();

        Assert.Equal(Counted("keps"), Found("keps", ProposalCounts));
    }

    [Fact]
    public void A_hundred_and_thirty_seven_files_and_the_releases_are_read()
    {
        KubernetesFiles.SkipWithoutData();

        Assert.Equal(138, data.Translated.Count);
    }

    [Fact]
    public void Every_reference_is_stated_or_has_a_stub()
    {
        KubernetesFiles.SkipWithoutData();
        var loose =
            from translated in data.Translated.Values
            let ids = translated.Statement.Entities.Select(e => e.ForeignId).ToHashSet()
            from relation in translated.Statement.Relations
            where
                (relation.ToStub is null && !ids.Contains(relation.To))
                || (relation.FromStub is null && !ids.Contains(relation.From))
            select $"{translated.Statement.File} {relation.From} {relation.Type} {relation.To}";

        Assert.Empty(loose);
    }

    [Fact]
    public void No_two_foreign_ids_share_a_ref_and_none_changes_its_kind()
    {
        KubernetesFiles.SkipWithoutData();
        var refs = data
            .Translated.Values.SelectMany(t => t.Statement.Entities)
            .Select(e => (e.ForeignId, Ref: $"{e.Kind}:{e.Key}"))
            .Distinct()
            .ToList();

        Assert.Equal(refs.Count, refs.DistinctBy(r => r.ForeignId).Count());
        Assert.Equal(refs.Count, refs.DistinctBy(r => r.Ref).Count());
    }

    [Fact]
    public void No_field_of_an_entity_is_claimed_by_two_sources()
    {
        KubernetesFiles.SkipWithoutData();
        var claims =
            from translated in data.Translated.Values
            from entity in translated.Statement.Entities
            from field in entity.Fields.Keys
            select (entity.ForeignId, field, translated.Statement.Source);

        Assert.DoesNotContain(claims.Distinct().CountBy(c => (c.ForeignId, c.field)), c => c.Value > 1);
    }

    [Fact]
    public void A_translation_is_the_same_alone_and_again()
    {
        KubernetesFiles.SkipWithoutData();
        var source = KubernetesFiles.Source;

        foreach (
            var file in source.Files.Where(f => f.Path is "sigs/2017-06-27.yaml" or "keps/2022-07-01.yaml" or "releases.yaml")
        )
        {
            var alone = Assert.IsType<Translation.Stated>(source.Translate(file, NodaTime.Instant.MinValue));

            Assert.Equal(Text(data.Translated[file.Path]), Text(alone));
        }
    }

    private static string Text(Translation.Stated stated) =>
        string.Join(
            '\n',
            stated.Statement.Entities.Select(e =>
                $"{e.ForeignId} {e.Key} {string.Join(';', e.Fields.Select(f => $"{f.Key}={f.Value}"))}"
            )
        )
        + string.Join(
            '\n',
            stated.Statement.Relations.Select(r =>
                $"{r.From} {r.Type} {r.To} {r.Qualifier} {string.Join(';', r.Fields.Select(f => $"{f.Key}={f.Value}"))}"
            )
        )
        + stated.Losses.ToText();

    private static List<string> Counted(string source)
    {
        using var counts = JsonDocument.Parse(File.ReadAllText(Path.Combine(KubernetesFiles.Folder!, "counts.json")));
        return
        [
            .. counts
                .RootElement.GetProperty(source)
                .EnumerateObject()
                .SelectMany(file => Flat($"{source}/{file.Name}", file.Value))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Flat(string path, JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject().SelectMany(p => Flat($"{path} {p.Name}", p.Value))
            : [$"{path} = {value}"];

    private List<string> Found(string source, Func<Translation.Stated, IEnumerable<(string Name, int Count)>> count) =>
        [
            .. data
                .Translated.Values.Where(t => t.Statement.Source == $"kubernetes/{source}")
                .SelectMany(t => count(t).Select(c => $"{t.Statement.File[..^".yaml".Length]} {c.Name} = {c.Count}"))
                .Order(StringComparer.Ordinal),
        ];

    private static IEnumerable<(string, int)> GroupCounts(Translation.Stated translated)
    {
        var statement = translated.Statement;
        var groups = statement.Entities.Where(e => e.Kind is "sig" or "working-group" or "user-group" or "committee").ToList();
        yield return ("sigs", Of(statement, "sig"));
        yield return ("workinggroups", Of(statement, "working-group"));
        yield return ("usergroups", Of(statement, "user-group"));
        yield return ("committees", Of(statement, "committee"));
        yield return ("subprojects", Of(statement, "subproject"));
        yield return ("subprojectOwnerLinks", statement.Entities.Sum(e => Length(e, "owners") + Length(e, "owners-text")));
        // Rule "meetings of subprojects": the count leaves them out.
        yield return (
            "meetings",
            statement.Entities.Count(e =>
                e.Kind == "meeting" && !e.ForeignId.StartsWith("meeting/subproject/", StringComparison.Ordinal)
            )
        );
        // Rule "teams of subprojects": the count leaves them out.
        yield return ("contactTeams", groups.Sum(g => Length(g, "github-teams")));
        yield return ("leadersByHandle", Leaders(statement));
    }

    // Rule "leaders": people once, however many roles; the count leaves out leads of subprojects, liaisons, the board's
    // representative, and two early shapes: organizers (2017-06-27) and emeritus leads beside leads (2018-02-28).
    private static int Leaders(Statement statement) =>
        statement
            .Relations.Where(r => r.Type is "chairs" or "tech-leads" or "leads" or "emeritus-of")
            .Where(r => !r.To.StartsWith("subproject/", StringComparison.Ordinal))
            .Where(r => r.Type != "emeritus-of" || statement.File != "sigs/2018-02-28.yaml")
            .Select(r => r.From)
            .Distinct()
            .Count();

    private static IEnumerable<(string, int)> ProposalCounts(Translation.Stated translated)
    {
        var (statement, losses) = (translated.Statement, translated.Losses.Losses);
        var proposals = statement.Entities.Where(e => e.Kind == "kep").ToList();
        var numbered = proposals.Where(p => p.Fields.ContainsKey("number")).ToList();
        var notNumbers = losses.Count(l => l is { Path: "kep-number", Kind: LossKind.Rejected });
        yield return ("documents", proposals.Count);
        // Rule "number from the folder": a proposal without one is known by its folder's number, yet its field stays empty.
        yield return ("withoutNumber", proposals.Count - numbered.Count - notNumbers);
        yield return ("zeroOrNonInteger", notNumbers);
        // Rule "doubled number": the second keeps the number as a field and is known by its path.
        yield return ("distinctNumbers", numbered.DistinctBy(p => p.Fields["number"]).Count());
        foreach (var (status, count) in AsWritten(proposals, losses, "status"))
            yield return ($"byStatus {status}", count);
        foreach (var (stage, count) in AsWritten(proposals, losses, "stage"))
            yield return ($"byStage {stage}", count);
        // Rule "placeholders" and "not a group": TBD, sig-xyz and names of no group are reported, not related.
        yield return ("withOwningSig", Related(statement, "owns") + Lost(losses, "owning-sig"));
        yield return ("participatingLinks", Related(statement, "works-on") + Lost(losses, "participating-sigs[*]"));
        yield return ("milestoneValues", Related(statement, "reaches") + Lost(losses, "milestone.*"));
    }

    // Rule "synonyms": misspelt and older words come to one word; the report keeps how they were written.
    private static IEnumerable<(string, int)> AsWritten(List<StatedEntity> proposals, IEnumerable<Loss> losses, string field)
    {
        var words = proposals
            .Select(p => p.Fields.GetValueOrDefault(field) ?? p.Fields.GetValueOrDefault($"{field}-text"))
            .Select(word => word?.AsText ?? "(none)")
            .CountBy(word => word)
            .ToDictionary();
        foreach (var loss in losses.Where(l => l.Path == field && l.Kind == LossKind.Coerced))
        {
            var read = loss.Why["read as '".Length..^1];
            words[read]--;
            // The count wrote GA in small letters.
            var written = loss.Value == "GA" ? "ga" : loss.Value;
            words[written] = words.GetValueOrDefault(written) + 1;
        }

        return words.Where(w => w.Value > 0).Select(w => (w.Key, w.Value));
    }

    private static int Of(Statement statement, string kind) => statement.Entities.Count(e => e.Kind == kind);

    private static int Length(StatedEntity entity, string field) =>
        entity.Fields.GetValueOrDefault(field) is Value.List list ? list.Items.Length : 0;

    private static int Related(Statement statement, string type) => statement.Relations.Count(r => r.Type == type);

    private static int Lost(IEnumerable<Loss> losses, string path) =>
        losses.Count(l =>
            l.Path == path && l.Kind is LossKind.Rejected or LossKind.Placeholder or LossKind.Doubled && l.Path == path
        );
}
