using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What a community says of itself, and what changes of it: its name, what it is a part of, what sort of group it is, its language.</summary>
public static partial class CommunityShaping
{
    /// <summary>The community whose words it falls back on, by its key; empty for none.</summary>
    public const string Parent = "parent";

    /// <summary>What sort of group it is: one of <see cref="Sorts"/>, or empty.</summary>
    public const string Sort = "sort";

    /// <summary>The language it speaks, as browsers name it (<c>de-CH</c>); empty where nobody says so. It decides which form of a word stands beside a number.</summary>
    public const string Locale = "locale";

    /// <summary>What sorts of groups there are.</summary>
    public static readonly ImmutableArray<string> Sorts =
    [
        "whole-company",
        "function",
        "group",
        "team",
        "guild",
        "external-partner",
    ];

    /// <summary>The community of a key, or of what it is called.</summary>
    public static Community? Find(Model model, string keyOrTitle) =>
        model.Communities.FirstOrDefault(one => one.Symbol == keyOrTitle)
        ?? model.Communities.FirstOrDefault(one => one.Title.Equals(keyOrTitle, StringComparison.OrdinalIgnoreCase));

    /// <summary>What changes when this is filled in; what is not wished stays.</summary>
    public static PartChange Change(Reading reading, Entity community, IReadOnlyDictionary<string, string> wished)
    {
        var problems = PartChecks
            .OfTexts(
                wished,
                reading.Model.Communities.Where(one => one.Id != community.Id).Select(one => (one.Title, "another community"))
            )
            .Append((Parent, ProblemOfParent(reading.Model, SymbolOf(community), wished.GetValueOrDefault(Parent, ""))))
            .Append((Sort, ProblemOfSort(wished.GetValueOrDefault(Sort, ""))))
            .Append((Locale, ProblemOfLocale(wished.GetValueOrDefault(Locale, ""))))
            .ToArray();
        return problems.Any(problem => problem.Item2 is not null)
            ? PartChange.Refused(problems)
            : PartChange.Of(
                wished
                    .Where(text => text.Key is PartText.Title or Parent or Sort or Locale)
                    .Select(text => (text.Key, Value: PartChecks.Text(text.Value.Trim())))
                    .Where(text => community[text.Key] != text.Value)
                    .Select(text => PartChecks.Set(community, text.Key, text.Value))
            );
    }

    private static Fault? ProblemOfParent(Model model, string self, string parent) =>
        parent.Length == 0 ? null
        : model.Communities.All(one => one.Symbol != parent)
            ? SettingFaults.NoCommunity(parent, model.Communities.Select(one => one.Symbol))
        : IsBelow(model, parent, self) ? WordFaults.OwnPart(self, parent)
        : null;

    private static bool IsBelow(Model model, string community, string above)
    {
        HashSet<string> seen = [];
        for (
            var at = community;
            at is not null && seen.Add(at);
            at = model.Communities.FirstOrDefault(one => one.Symbol == at)?.Parent
        )
        {
            if (at == above)
                return true;
        }

        return false;
    }

    private static Fault? ProblemOfSort(string sort) =>
        sort.Length == 0 || Sorts.Contains(sort) ? null : ShapeFaults.NotOneOf("sort of community", sort, Sorts);

    private static Fault? ProblemOfLocale(string locale) =>
        locale.Length == 0 || LanguageTag().IsMatch(locale) ? null : WordFaults.NoLanguage(locale);

    private static string SymbolOf(Entity community) =>
        community["symbol"].AsText ?? community.Ref?.Key ?? community.Id.ToString();

    // A language, and what narrows it: RFC 5646, as far as anybody writes it.
    [GeneratedRegex(
        "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex LanguageTag();
}
