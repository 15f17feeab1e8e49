using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>The kinds that something new can be of, in the reader's words: those that are awake, and behind them those that sleep.</summary>
/// <param name="Awake">By title.</param>
/// <param name="Asleep">By title.</param>
public sealed record KindOffers(ImmutableArray<Kind> Awake, ImmutableArray<Kind> Asleep)
{
    /// <summary>The heading over kinds that sleep.</summary>
    public const string AsleepTitle = "Not used yet";

    public static KindOffers Of(Visit visit)
    {
        var (awake, asleep) = Waking.Parted(
            visit.Reading,
            visit
                .Reading.Model.Kinds.Values.Where(kind => kind is { IsAbstract: false, IsHidden: false })
                .OrderBy(kind => visit.Words.Kind(kind.Symbol), StringComparer.OrdinalIgnoreCase)
        );
        return new(awake, asleep);
    }

    public IEnumerable<Kind> All => Awake.Concat(Asleep);

    /// <summary>As options of a choice: symbols and titles.</summary>
    public static ImmutableArray<(string Symbol, string Title)> Options(Visit visit, ImmutableArray<Kind> kinds) =>
        [.. kinds.Select(kind => (kind.Symbol, visit.Words.Kind(kind.Symbol)))];
}
