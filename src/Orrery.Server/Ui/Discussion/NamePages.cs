using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>People or things whose names begin so.</summary>
/// <param name="Visit">Who writes.</param>
/// <param name="Found">The best first.</param>
/// <param name="ArePeople">Whether they are named after an <c>@</c>.</param>
public sealed record NamesView(Visit Visit, ImmutableArray<Entity> Found, bool ArePeople);

/// <summary>Offers names while a text is written.</summary>
internal static class NamePages
{
    private const int Most = 8;

    public static IResult Show(Visit visit, string? q, string? people)
    {
        var words = (q ?? "").Split(['-', ' '], StringSplitOptions.RemoveEmptyEntries);
        var arePeople = people is "1";
        var among = arePeople
            ? visit.Reading.Model.WithDescendants("person").SelectMany(visit.Reading.WithLabel)
            : visit.Reading.Entities().Where(entity => !entity.Labels.Any(MetaKinds.Describes));
        ImmutableArray<Entity> found =
        [
            .. among
                .Where(entity => entity.Ref is not null)
                .Select(entity => (Entity: entity, Fit: words.Length == 0 ? 1 : PaletteMatch.Of(entity.Title, words)))
                .Where(fit => fit.Fit > 0)
                .OrderByDescending(fit => fit.Fit)
                .ThenBy(fit => fit.Entity.Title.Length)
                .ThenBy(fit => fit.Entity.Order)
                .Take(Most)
                .Select(fit => fit.Entity),
        ];
        return Page.Of<NameList>(new NamesView(visit, found, arePeople));
    }
}
