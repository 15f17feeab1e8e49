using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What a form has to know of a field beside what the rules do.</summary>
/// <param name="Description">What it is for, or null.</param>
/// <param name="Required">never, on-commit or always.</param>
/// <param name="Owner">The symbol of the kind or relation type that brings it.</param>
/// <param name="Aid">How it is asked for.</param>
public sealed record FieldGuide(string? Description, string Required, string Owner, FieldAid Aid)
{
    /// <summary>Of a field of which nothing more is known.</summary>
    public static readonly FieldGuide None = new(null, "never", "", FieldAid.None);
}

/// <summary>The guides of all fields of a model. Like the rest of the model they hold always.</summary>
/// <remarks>Made once a model, then kept.</remarks>
public sealed class FieldGuides
{
    private static readonly ConditionalWeakTable<Model, FieldGuides> Known = [];

    private readonly FrozenDictionary<Id, FieldGuide> _guides;

    private FieldGuides(Reading reading) =>
        _guides = reading.WithLabel(MetaKinds.Field).ToFrozenDictionary(field => field.Id, GuideOf);

    /// <summary>Those of a reading's model.</summary>
    public static FieldGuides Of(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Known.GetValue(reading.Model, _ => new(reading));
    }

    /// <summary>The guide of a field.</summary>
    public FieldGuide For(Id field) => _guides.GetValueOrDefault(field, FieldGuide.None);

    /// <summary>How the field that an entity defines is asked for.</summary>
    internal static FieldAid AidOf(Entity field) =>
        new(
            field["editor"].AsText,
            [.. Texts(field["parts"]).Zip(Texts(field["part-titles"]), (symbol, title) => new FieldOption(symbol, title))],
            Texts(field["ends"])
        );

    private static FieldGuide GuideOf(Entity field) =>
        new(
            field["description"].AsText,
            field["required"].AsText ?? "never",
            field.Relations(Direction.In, "has-field").Select(r => r.From?["symbol"].AsText ?? r.From?.Ref?.Key).FirstOrDefault()
                ?? "",
            AidOf(field)
        );

    private static ImmutableArray<string> Texts(Value value) =>
        value is Value.List list ? [.. list.Items.Select(item => item.AsText).OfType<string>()] : [];
}
