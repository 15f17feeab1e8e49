using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Orrery.Server;

/// <summary>Which changes somebody wants to read of; all of it stands in the address.</summary>
/// <param name="Of">Of what: <c>category:intent</c>, <c>kind:bet</c>; empty for anything.</param>
/// <param name="Who">By whom; empty for anybody.</param>
/// <param name="Did">What was done: the name of one of <see cref="Deeds"/>; empty for anything.</param>
/// <param name="Near">Near what: a ref, or <see cref="Me"/>; empty for anywhere.</param>
/// <param name="From">The first day it was recorded on, as typed.</param>
/// <param name="To">The last.</param>
public sealed record HistoryFilter(string Of, string Who, string Did, string Near, string From, string To)
{
    /// <summary>Near whoever reads.</summary>
    public const string Me = "me";

    private const string CategoryPrefix = "category:";
    private const string KindPrefix = "kind:";

    /// <summary>What can be done, by the name in an address and in words.</summary>
    public static readonly ImmutableArray<(string Name, string Title)> Deeds =
    [
        ("added", "things added"),
        ("changed", "fields changed"),
        ("related", "relations made or ended"),
        ("ended", "things ended or restored"),
        ("confirmed", "confirmed"),
        ("observed", "numbers observed"),
        ("read", "sources read"),
    ];

    public bool IsEmpty => Parts.All(part => string.IsNullOrEmpty(part.Value));

    /// <summary>Whether it looks into change sets, not only at who recorded them and when.</summary>
    public bool LooksInside => Of.Length + Did.Length + Near.Length > 0;

    public string? Category => After(CategoryPrefix);

    public string? Kind => After(KindPrefix);

    /// <summary>The parts of an address that say it again.</summary>
    public ImmutableArray<(string Name, string? Value)> Parts =>
        [("of", Of), ("who", Who), ("did", Did), ("near", Near), ("from", From), ("to", To)];

    public static HistoryFilter Read(IQueryCollection query) => Read(name => query[name].ToString().Trim());

    private static HistoryFilter Read(Func<string, string> said) =>
        new(said("of"), said("who"), said("did"), said("near"), said("from"), said("to"));

    public static string OfCategory(string category) => CategoryPrefix + category;

    public static string OfKind(string kind) => KindPrefix + kind;

    /// <summary>The same without one of its parts.</summary>
    public HistoryFilter Without(string name) =>
        name switch
        {
            "of" => this with { Of = "" },
            "who" => this with { Who = "" },
            "did" => this with { Did = "" },
            "near" => this with { Near = "" },
            "from" => this with { From = "" },
            _ => this with { To = "" },
        };

    /// <summary>The first instant that is not before the day it begins on; the beginning of time when it says none.</summary>
    public Instant Start(Dates dates) => From.Length == 0 ? Instant.MinValue : Moments.Parse(From, dates);

    /// <summary>The first instant after the day it ends on; the end of time when it says none.</summary>
    public Instant End(Dates dates) =>
        To.Length == 0 ? Instant.MaxValue : dates.StartOf(dates.DayOf(Moments.Parse(To, dates)).PlusDays(1));

    private string? After(string prefix) => Of.StartsWith(prefix, StringComparison.Ordinal) ? Of[prefix.Length..] : null;
}
