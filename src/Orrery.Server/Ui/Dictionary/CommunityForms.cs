using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What a community says of itself: its name, what it is a part of, what sort of group it is, its language.</summary>
internal static class CommunityForms
{
    // Those whose plural forms the product knows, for who does not know how they are written; any other may be typed.
    private static readonly ImmutableArray<string> Languages =
    [
        .. "ar bn cs cy da de de-CH el en en-GB es fa fi fr ga he hi hr hu id is it ja ko lt lv nl no pl pt pt-BR ro ru sk sl sr sv th tr uk vi zh".Split(
            ' '
        ),
    ];

    public static IResult Show(Visit visit, string community) =>
        Page.Of<PartFormPage>(FormOf(visit, community, PartText.Of(EntityOf(visit, community))));

    public static Task<IResult> Save(Visit visit, string community) =>
        PartForms.SaveAsync(
            visit,
            EntityOf(visit, community),
            CommunityShaping.Change,
            $"Changed what is said of {KnownAs(visit, community).Title}",
            visit.Links.Dictionary,
            typed => FormOf(visit, community, typed)
        );

    private static PartFormView FormOf(Visit visit, string community, ImmutableSortedDictionary<string, string> texts) =>
        new(
            visit,
            KnownAs(visit, community).Title,
            "Who says it, in which language, and whose words stand where they have none of their own.",
            "Save",
            new("Words", visit.Links.Dictionary),
            [.. InputsOf(visit, community, texts)],
            null
        )
        {
            Seen = visit.Workspace.Current.At,
            Here = "Words",
        };

    private static PartInput[] InputsOf(Visit visit, string community, ImmutableSortedDictionary<string, string> texts) =>
        [
            new(PartText.Title, "What they are called", PartInputSort.Line, texts[PartText.Title]),
            new(CommunityShaping.Locale, "Their language", PartInputSort.Line, texts[CommunityShaping.Locale])
            {
                IsOptional = true,
                Suggestions = Languages,
                Hint = "As browsers name it: de, de-CH, ar, pt-BR. It decides which form of a word stands beside a number.",
            },
            new(CommunityShaping.Parent, "They are a part of", PartInputSort.One, texts[CommunityShaping.Parent])
            {
                Choices =
                [
                    new(
                        "",
                        [
                            ("", "Nobody"),
                            .. PartForms
                                .Now(visit)
                                .Model.Communities.Where(one => one.Symbol != community)
                                .Select(one => (one.Symbol, one.Title)),
                        ]
                    ),
                ],
                Hint = "What they have no word for is called as these call it; with nobody chosen, as everybody calls it.",
            },
            new(CommunityShaping.Sort, "What sort of group", PartInputSort.One, texts[CommunityShaping.Sort])
            {
                Choices =
                [
                    new(
                        "",
                        [("", "Nobody says so"), .. CommunityShaping.Sorts.Select(sort => (sort, Capital(Words.Plain(sort))))]
                    ),
                ],
            },
        ];

    private static Community KnownAs(Visit visit, string community) =>
        PartForms.Now(visit).Model.Communities.FirstOrDefault(one => one.Symbol == community)
        ?? throw new FaultException(Fault.NotFound(community));

    private static Entity EntityOf(Visit visit, string community) => PartForms.Now(visit).Find(KnownAs(visit, community).Id)!;

    private static string Capital(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
