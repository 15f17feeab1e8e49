using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>How fresh the things of one reading are. Pure: the instant read is its only clock.</summary>
public sealed class Trust
{
    private readonly Reading _reading;
    private readonly Dictionary<string, Instant> _sources;

    /// <summary>Prepares it for a reading.</summary>
    public Trust(Reading reading)
    {
        _reading = reading;
        _sources = reading
            .Snapshot.SourceReadings.Where(source => source.From != Instant.MinValue && source.From <= reading.Valid)
            .GroupBy(source => source.Source)
            .ToDictionary(source => source.Key, source => source.Max(read => read.From));
    }

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
        look is not null && _reading.Model.FindKind(entity.Kind)?.HalfLifeInDays is > 0 and { } halfLife
            ? Left(Math.Max(0, (_reading.Valid - look.At).TotalDays), halfLife)
            : null;

    /// <summary>0.5 to the power of age by half-life.</summary>
    public static double Left(double ageInDays, double halfLifeInDays) => Math.Pow(0.5, ageInDays / halfLifeInDays);

    /// <summary>The word for what is left.</summary>
    public static Freshness Word(double? left) =>
        left switch
        {
            null => Freshness.Unknown,
            >= 0.7 => Freshness.Fresh,
            >= 0.5 => Freshness.Ageing,
            _ => Freshness.Stale,
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
