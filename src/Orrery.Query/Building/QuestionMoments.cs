using NodaTime;
using NodaTime.Text;

namespace Orrery.Query;

/// <summary>Days and moments as built questions write them.</summary>
internal static class QuestionMoments
{
    public static LocalDate? Day(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } ? day : null;

    public static Instant? Instant(string text) =>
        InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant } ? instant : null;
}
