using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What an address says a field shall hold.</summary>
/// <param name="Holds">The name that packs write; null while nothing is asked yet.</param>
/// <param name="Unit">In which unit.</param>
/// <param name="Options">What an enum offers, one a line.</param>
/// <param name="Currency">What bare numbers are amounts of.</param>
/// <param name="IsShare">Whether 0.3, and not 30, is 30 %.</param>
/// <param name="Misfits">What becomes of what has no place.</param>
public sealed record HoldsAsked(string? Holds, string Unit, string Options, string Currency, bool IsShare, Misfits Misfits)
{
    private const int CodeLength = 3;

    public static HoldsAsked Read(IQueryCollection query, Entity field)
    {
        var now = PartText.Of(field);
        string Said(string name, string otherwise) =>
            query.TryGetValue(name, out var said) ? said.ToString().ReplaceLineEndings("\n").Trim() : otherwise;
        return new(
            query.TryGetValue(PartText.Holds, out var holds) ? holds.ToString() : null,
            Said(PartText.Unit, now[PartText.Unit]),
            Said(PartText.Options, now[PartText.Options]),
            Said("currency", "").ToUpperInvariant(),
            query["share"] == "on",
            MisfitsOf(query["misfits"])
        );
    }

    /// <summary>What becomes of misfits, as a form says it.</summary>
    public static Misfits MisfitsOf(string? said) =>
        said switch
        {
            "keep" => Misfits.KeepAsText,
            "leave-out" => Misfits.LeaveOut,
            _ => Misfits.Refuse,
        };

    /// <summary>The wish; null while nothing is asked yet.</summary>
    /// <exception cref="FaultException">No field can hold that.</exception>
    public FieldChangeWish? Wish(Visit visit) =>
        Holds is null ? null
        : FieldKinds.TryParse(Holds, out var kind) ? new(kind, Unit, Options, Misfits, Terms(visit))
        : throw new FaultException(ShapeFaults.NotOneOf("kind of value", Holds, FieldKinds.Names));

    private ConversionTerms Terms(Visit visit) =>
        new(
            Currency.Length == CodeLength && Currency.All(char.IsAsciiLetterUpper) ? Currency : null,
            !IsShare,
            visit.Reading.Model.Settings.Zone
        );
}

/// <summary>What the page of a field that shall hold something else shows.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Field">The field's entity.</param>
/// <param name="Asked">What it shall hold.</param>
/// <param name="Change">What would become of its values; null while nothing is asked yet, or it can never be.</param>
/// <param name="Problem">Why nothing was done, or null.</param>
public sealed record HoldsView(Visit Visit, Entity Field, HoldsAsked Asked, FieldChange? Change, Fault? Problem);
