using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Setting and removing properties and labels in the sketch of a query.</summary>
internal static class Assigning
{
    public static void Set(Frame frame, int node, string name, Value value, Vocabulary vocabulary)
    {
        RequireStorable(value, vocabulary);
        if (frame.Graph.IsDeleted(node))
            throw QueryFaults.DeletedEntityAccess();
        frame.Graph.BeginSketch().Set(node, vocabulary.Field(name), value);
    }

    public static void SetAll(Frame frame, int node, ImmutableSortedDictionary<string, Value> properties, Vocabulary vocabulary)
    {
        foreach (var (name, value) in properties)
        {
            if (!value.IsNothing)
                Set(frame, node, name, value, vocabulary);
        }
    }

    /// <summary>Adds to the properties that are there (null removes one), or puts a map in their place.</summary>
    public static void Replace(
        Frame frame,
        int node,
        ImmutableSortedDictionary<string, Value> properties,
        bool keepsOthers,
        Vocabulary vocabulary
    )
    {
        if (!keepsOthers)
        {
            foreach (var name in frame.Graph.PropertiesOf(node).Keys.Where(name => !properties.ContainsKey(name)))
                Set(frame, node, name, Value.Nothing, vocabulary);
        }

        foreach (var (name, value) in properties)
            Set(frame, node, name, value, vocabulary);
    }

    public static void AddLabels(Frame frame, int node, ImmutableArray<string> labels)
    {
        var sketch = frame.Graph.BeginSketch();
        var before = sketch.LabelsOf(node);
        // In an enforced workspace an entity has one kind: the new one takes the old one's place.
        ImmutableArray<string> after = frame.Graph.Vocabulary.IsPlain ? [.. before.Concat(labels).Distinct()] : labels;
        if (!after.Order(StringComparer.Ordinal).SequenceEqual(before.Order(StringComparer.Ordinal)))
            sketch.SetLabels(node, after);
    }

    public static void RemoveLabels(Frame frame, int node, ImmutableArray<string> labels)
    {
        var sketch = frame.Graph.BeginSketch();
        var before = sketch.LabelsOf(node);
        if (before.Any(label => labels.Contains(label)))
            sketch.SetLabels(node, [.. before.Where(label => !labels.Contains(label))]);
    }

    /// <summary>The entries of a map, or the properties of an entity or a relation.</summary>
    public static ImmutableSortedDictionary<string, Value> MapOf(Frame frame, in Cell cell) =>
        cell.IsNode ? frame.Graph.PropertiesOf(cell.Number)
        : cell.IsRelation ? frame.Graph.PropertiesOf(~cell.Number)
        : cell.Object is Value.Map map ? map.Entries
        : cell.IsNull ? Properties.None
        : throw QueryFaults.InvalidArgument("properties", "a map", cell.ToValue(frame.Graph));

    // Entities, relations and paths are no field's value; nor are maps where nothing says what they hold.
    private static void RequireStorable(Value value, Vocabulary vocabulary)
    {
        var isStorable = value switch
        {
            Value.Entity or Value.Relation or Value.Path => false,
            Value.Map => !vocabulary.IsPlain,
            Value.List list => list.Items.All(item =>
                item is not (Value.Entity or Value.Relation or Value.Path)
                && (item is not (Value.Map or Value.List) || !vocabulary.IsPlain)
            ),
            _ => true,
        };
        if (!isStorable)
            throw QueryFaults.InvalidPropertyType(value);
    }
}
