using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What becomes of the values of a field when a pack says that it holds something else.</summary>
internal static class PackValues
{
    /// <summary>How they turn; what has no place is kept as text in a field beside. Null where the field holds nothing that turns.</summary>
    /// <param name="reading">The workspace now.</param>
    /// <param name="now">The field as the pack has it.</param>
    /// <param name="ours">The field as it is here.</param>
    /// <exception cref="FaultException">It can never hold that.</exception>
    public static FieldChange? Turned(Reading reading, GraphCommand.CreateEntity now, Entity ours)
    {
        if (
            !FieldKinds.TryParse(now.Fields.GetValueOrDefault("field-kind")?.AsText ?? "", out var kind)
            || KindParts.OwnerOf(ours) is null
        )
            return null;
        var unit = now.Fields.GetValueOrDefault("unit")?.AsText ?? "";
        var terms = ConversionTerms.Usual with { Zone = reading.Model.Settings.Zone };
        return FieldChange.Look(reading, ours, new(kind, unit, "", Misfits.KeepAsText, terms), OptionsOf(now), RangeOf(now));
    }

    private static ImmutableArray<FieldOption> OptionsOf(GraphCommand.CreateEntity field) =>
        [.. Texts(field, "options").Zip(Texts(field, "option-titles"), (symbol, title) => new FieldOption(symbol, title))];

    private static IEnumerable<string> Texts(GraphCommand.CreateEntity field, string name) =>
        field.Fields.GetValueOrDefault(name) is Value.List list ? list.Items.Select(item => item.AsText).OfType<string>() : [];

    private static FieldRange RangeOf(GraphCommand.CreateEntity field) => new(NumberOf(field, "min"), NumberOf(field, "max"));

    private static double? NumberOf(GraphCommand.CreateEntity field, string name) =>
        field.Fields.GetValueOrDefault(name) switch
        {
            Value.Integer whole => whole.Number,
            Value.Float number => number.Number,
            _ => null,
        };
}
