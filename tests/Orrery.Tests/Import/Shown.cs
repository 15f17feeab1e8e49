using System.Globalization;
using Orrery.Graph;
using Orrery.Import;

namespace Orrery.Tests.Import;

/// <summary>What a transform made of a text, in one line.</summary>
internal static class Shown
{
    public static string Of(Transformed transformed) =>
        transformed switch
        {
            Transformed.Done { Value.IsNothing: true } => "nothing",
            Transformed.Done { Coerced: { } coerced } done => $"{Of(done.Value)} (coerced: {coerced})",
            Transformed.Done done => Of(done.Value),
            Transformed.Placeholder placeholder => $"placeholder: {placeholder.Why}",
            Transformed.Rejected rejected => $"rejected: {rejected.Why}",
            _ => throw new InvalidOperationException(),
        };

    public static string Of(Value value) =>
        value switch
        {
            Value.Text text => text.Characters.ReplaceLineEndings("\\n"),
            Value.Integer number => number.Number.ToString(CultureInfo.InvariantCulture),
            Value.Float number => number.Number.ToString(CultureInfo.InvariantCulture),
            Value.Bool flag => flag.Flag ? "true" : "false",
            Value.Date day => day.Day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
            Value.List list => $"[{string.Join(", ", list.Items.Select(Of))}]",
            Value.Map map => string.Join(", ", map.Entries.Select(e => $"{e.Key} {Of(e.Value)}")),
            _ => value.ToString(),
        };
}
