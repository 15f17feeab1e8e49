using Microsoft.AspNetCore.Http;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What an address says is to be done to the chosen things.</summary>
/// <param name="Act">What is done.</param>
/// <param name="Field">The field that gets a value, by its symbol; empty when none is chosen yet.</param>
/// <param name="Typed">The value as typed; null when nothing was said yet, empty to take the value away.</param>
/// <param name="How">The way they are related, as a form sends it; empty when none is chosen yet.</param>
/// <param name="Other">What stands at the other end, as typed or chosen.</param>
/// <param name="Since">From when until when.</param>
public sealed record ManyChange(ManyAct Act, string Field, string? Typed, string How, string Other, SinceWhen Since)
{
    /// <summary>What divides the two halves of a relation that ends: how, and with what.</summary>
    private const char Divide = '|';

    /// <summary>How an address names a relation that ends.</summary>
    public string Tie => How.Length == 0 ? "" : $"{How}{Divide}{Other}";

    /// <summary>Whether all was said that must be, so that it can be looked at.</summary>
    public bool IsWhole =>
        Act switch
        {
            ManyAct.Field => Field.Length > 0 && Typed is not null,
            ManyAct.Relate or ManyAct.Part => How.Length > 0 && Other.Length > 0,
            _ => true,
        };

    public static ManyChange Read(Visit visit, IQueryCollection query)
    {
        var act = ManyActs.Named(query["act"]).Act;
        var field = query["field"].ToString();
        var (how, other) = act == ManyAct.Part ? Halves(query["tie"].ToString()) : (query["how"].ToString(), OtherOf(query));
        var since = SinceWhen.Read(query);
        return new(
            act,
            field,
            field.Length > 0 && query.TryGetValue($"f-{field}", out var typed) ? typed.ToString() : null,
            how,
            other,
            // Whoever looks at another day means that day.
            since.IsSaid || visit.At is null
                ? since
                : since with
                {
                    Choice = "date",
                    Date = Dates.Iso(visit.Dates.DayOf(visit.Reading.Valid)),
                }
        );
    }

    public static string TieOf(string how, Id other) => $"{how}{Divide}{other}";

    /// <summary>The instant whose values are looked at: when it begins.</summary>
    public Instant At(Visit visit) => Since.During(visit).From is var from && from == Instant.MinValue ? visit.Reading.Now : from;

    private static string OtherOf(IQueryCollection query) =>
        query["other-ref"].LastOrDefault(picked => picked is { Length: > 0 }) ?? query["other"].ToString().Trim();

    private static (string How, string Other) Halves(string tie) =>
        tie.Split(Divide, 2) is [var how, var other] ? (how, other) : ("", "");
}
