using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>The dictionary: what every community calls the parts of the model, what one word means to whom; words are added and taken away here.</summary>
internal static class DictionaryPages
{
    private const int MostColumns = 6;

    public static IResult Show(Visit visit) => Of(visit, WordDraft.Empty, problem: null);

    public static async Task<IResult> Add(Visit visit)
    {
        var form = await visit.Http.Request.ReadFormAsync(visit.Cancel);
        string Typed(string name) => form[name].ToString().Trim();
        var draft = new WordDraft(
            Typed("of"),
            Typed("community"),
            Typed("term"),
            Typed("plural"),
            Typed("inverse"),
            Typed("definition"),
            Typed("forms")
        );
        if (WordShaping.Problem(PartForms.Now(visit), draft.Community, draft.Of, draft.Term, draft.Forms) is { } problem)
            return Of(visit, draft, problem);
        var outcome = await visit.Workspace.ExecuteAsync(
            new(Commands(visit, draft), visit.Cause($"{draft.Community} say \"{draft.Term}\"")),
            visit.Cancel
        );
        return outcome switch
        {
            Outcome.Done done => Answers.SeeOther(visit.Links.Dictionary, done.At),
            Outcome.Refused refused => Of(visit, draft, refused.Fault),
            _ => throw new System.Diagnostics.UnreachableException("An outcome is done or refused."),
        };
    }

    public static async Task<IResult> Remove(Visit visit, string word)
    {
        if (
            !Id.TryParse(word, out var id)
            || visit.Reading.Find(id) is not { } entity
            || !entity.Labels.Contains(MetaKinds.Signifier)
        )
            throw new FaultException(Fault.NotFound(word));
        var done = await visit.Workspace.ExecuteAsync(
            new([new GraphCommand.Retire(id, Validity.Always)], visit.Cause(null)),
            visit.Cancel
        );
        return Answers.SeeOther(visit.Links.Dictionary, done.OrThrow());
    }

    private static ImmutableArray<GraphCommand> Commands(Visit visit, WordDraft draft)
    {
        var forms = WordShaping.FormsOf(draft.Forms);
        return WordShaping.Add(
            PartForms.Now(visit),
            draft.Community,
            draft.Of,
            draft.Term,
            draft.Plural,
            draft.Definition,
            draft.Inverse.Length == 0 ? forms : forms.SetItem("inverse", draft.Inverse)
        );
    }

    private static DrawnPage Of(Visit visit, WordDraft draft, Fault? problem)
    {
        var query = visit.Http.Request.Query;
        var wanted = query["q"].ToString().Trim();
        var model = visit.Reading.Model;
        var concepts = Concepts.Of(visit.Reading);
        var words = model.Signifiers.Where(word => concepts.Find(word.Of) is not null).ToLookup(word => word.Of);
        var chosen = query["c"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        var speaking = model.Signifiers.Select(word => word.Community).ToHashSet(StringComparer.Ordinal);
        var communities = model.Communities.Where(community => speaking.Contains(community.Symbol)).ToImmutableArray();
        ImmutableArray<Community> columns =
            chosen.Count > 0
                ? [.. communities.Where(community => chosen.Contains(community.Symbol))]
                : [.. communities.OrderBy(c => c.Symbol == visit.Viewer.Community ? 0 : 1).Take(MostColumns)];
        // What only others have a word for would be an empty line.
        var shown = columns.Select(community => community.Symbol).ToHashSet(StringComparer.Ordinal);
        return Page.Of<DictionaryPage>(
            new DictionaryView(
                visit,
                wanted,
                columns,
                [.. communities.Except(columns)],
                [
                    .. concepts
                        .All.Where(concept =>
                            words[concept.Id].Any(word => shown.Contains(word.Community))
                            && Matches(concept, words[concept.Id], wanted)
                        )
                        .Select(concept => new DictionaryRow(concept, words[concept.Id].ToLookup(word => word.Community))),
                ],
                Overloads(model, concepts, wanted),
                WordTurns.Of(visit, columns, concepts, wanted),
                draft,
                problem
            )
            {
                Counts = model.Signifiers.Where(word => !word.IsDeprecated).CountBy(word => word.Community).ToFrozenDictionary(),
            },
            problem is null ? StatusCodes.Status200OK : FaultPages.StatusOf(problem)
        );
    }

    private static bool Matches(Concept concept, IEnumerable<Signifier> words, string wanted) =>
        wanted.Length == 0
        || concept.Title.Contains(wanted, StringComparison.OrdinalIgnoreCase)
        || words.Any(word =>
            word.Term.Contains(wanted, StringComparison.OrdinalIgnoreCase)
            || word.Plural?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true
        );

    private static ImmutableArray<Overload> Overloads(Model model, Concepts concepts, string wanted) =>
        [
            .. model
                .Signifiers.Where(word => concepts.Find(word.Of) is not null)
                .GroupBy(word => word.Term, StringComparer.OrdinalIgnoreCase)
                .Where(term => term.Select(word => word.Of).Distinct().Count() > 1)
                .Where(term => term.Key.Contains(wanted, StringComparison.OrdinalIgnoreCase))
                .OrderBy(term => term.Key, StringComparer.OrdinalIgnoreCase)
                .Select(term => new Overload(
                    term.Key,
                    [
                        .. term.GroupBy(word => word.Of)
                            .Select(sense =>
                                (
                                    concepts.Find(sense.Key)!,
                                    sense.Select(word => TitleOf(model, word.Community)).Distinct().ToImmutableArray()
                                )
                            ),
                    ]
                )),
        ];

    private static string TitleOf(Model model, string community) =>
        model.Communities.FirstOrDefault(c => c.Symbol == community)?.Title ?? community;
}
