using System.Runtime.CompilerServices;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>How fresh the things of one reading are. Pure: the instant read is its only clock.</summary>
public sealed class Trust
{
    private static readonly ConditionalWeakTable<Reading, Trust> Kept = [];

    private readonly Reading _reading;
    private readonly FreshnessBands _bands;
    private readonly Dictionary<string, Instant> _sources;

    /// <summary>Prepares it for a reading.</summary>
    public Trust(Reading reading)
    {
        _reading = reading;
        _bands = FreshnessBands.Of(PracticeSettings.Of(reading.Model));
        _sources = reading
            .Snapshot.SourceReadings.Where(source => source.From != Instant.MinValue && source.From <= reading.Valid)
            .GroupBy(source => source.Source)
            .ToDictionary(source => source.Key, source => source.Max(read => read.From));
    }

    /// <summary>That of a reading, prepared once.</summary>
    public static Trust Of(Reading reading) => Kept.GetValue(reading, one => new(one));

    /// <summary>When somebody last looked, up to the instant read; null when that is not known.</summary>
    /// <remarks>A confirmation or a reading of its source, whichever came later; else the last thing said about it.</remarks>
    public LastLook? LookAt(Entity entity)
    {
        var confirmed = ConfirmedAt(entity);
        var read = ReadOf(entity);
        if (read is not null && !(confirmed?.At >= read.At))
            return read;
        var told = entity.LastTold;
        if (told is null || confirmed?.At >= told.At)
            return confirmed;
        return new(told.At, _reading.Snapshot.CauseOf(told.Revision).Cause.Actor, LookedHow.Told);
    }

    /// <summary>What is left of the trust after an age: 1 when just looked at, a half after one half-life.</summary>
    /// <returns>Null for kinds that do not age.</returns>
    public double? LeftOf(Entity entity, LastLook? look) =>
        look is not null && HalfLifeOf(entity) is { } halfLife ? Left(AgeInDays(look), halfLife) : null;

    /// <summary>After how many days half of the trust in a thing is gone: its own word on it, else its kind's; null where it does not age.</summary>
    public double? HalfLifeOf(Entity entity) =>
        DaysOf(entity["keeps-for"]) ?? (_reading.Model.FindKind(entity.Kind)?.HalfLifeInDays is > 0 and { } usual ? usual : null);

    /// <summary>How many days may pass without a look: its own word on it, else its kind's; null where it need not be looked at.</summary>
    public double? ReviewEveryOf(Entity entity) =>
        DaysOf(entity["review-every"])
        ?? (_reading.Model.FindKind(entity.Kind)?.ReviewEveryInDays is > 0 and { } usual ? usual : null);

    /// <summary>The word for what is left; stale also where it was to be looked at more often than it was.</summary>
    public Freshness BandOf(Entity entity, LastLook? look) =>
        look is not null && ReviewEveryOf(entity) < AgeInDays(look) ? Freshness.Stale : _bands.Word(LeftOf(entity, look));

    /// <summary>0.5 to the power of age by half-life.</summary>
    public static double Left(double ageInDays, double halfLifeInDays) => Math.Pow(0.5, ageInDays / halfLifeInDays);

    private double AgeInDays(LastLook look) => Math.Max(0, (_reading.Valid - look.At).TotalDays);

    private static double? DaysOf(Value value) =>
        value switch
        {
            Value.Integer { Number: > 0 and var days } => days,
            Value.Float { Number: > 0 and var days } => days,
            _ => null,
        };

    private LastLook? ConfirmedAt(Entity entity) =>
        entity["confirmed-at"] is Value.DateTime confirmed && confirmed.Instant <= _reading.Valid
            ? new(confirmed.Instant, entity["confirmed-by"].AsText, LookedHow.Confirmed)
            : null;

    private LastLook? ReadOf(Entity entity) =>
        _reading.Snapshot.SourceOf(entity.Since) is { } source && _sources.TryGetValue(source, out var from)
            ? new(from, source, LookedHow.Read)
            : null;
}
