using System.Collections.Immutable;

namespace Orrery.Graph;

/// <summary>The model of a line of snapshots while nothing of it changes: made when first asked for, with the words that stayed what they were.</summary>
internal sealed class ModelInForce
{
    // Above this, reading all words again is not slower by much, and nothing has to be remembered.
    private const int MostTouched = 10_000;

    private readonly Lazy<Model> _model;
    private readonly WordList? _before;
    private readonly ImmutableArray<Id> _touched;
    private readonly bool _isNewest;

    private ModelInForce(Lazy<Model> model, WordList? before, ImmutableArray<Id> touched, bool isNewest) =>
        (_model, _before, _touched, _isNewest) = (model, before, touched, isNewest);

    public Model Model => _model.Value;

    /// <summary>As the entities of a snapshot define it; everything is read.</summary>
    public static ModelInForce At(GraphSnapshot snapshot) =>
        new(new(() => Graph.Model.Of(snapshot)), before: null, touched: [], isNewest: true);

    /// <summary>After one more change set, or itself where that says nothing of the model.</summary>
    /// <param name="next">The snapshot with the change set.</param>
    /// <param name="touched">The parts of the model that the change set speaks of.</param>
    public ModelInForce After(GraphSnapshot next, ImmutableArray<Id> touched)
    {
        if (touched.IsEmpty)
            return this;
        if (!_isNewest || touched.Length > MostTouched)
            return At(next);
        var known = _model.IsValueCreated ? Model.WordsIfKnown : null;
        return known is not null ? From(known, next, touched)
            : _before is not null && _touched.Length + touched.Length <= MostTouched
                ? From(_before, next, _touched.AddRange(touched))
            : At(next);
    }

    /// <summary>The same, for a snapshot from which no line goes on as it stands: an earlier one, or one in a memory of its own.</summary>
    public ModelInForce Aside() => new(_model, before: null, touched: [], isNewest: false);

    private static ModelInForce From(WordList before, GraphSnapshot next, ImmutableArray<Id> touched) =>
        new(
            new(() => ModelReading.Of(next, Mask.Nothing, reading => before.ReadAgain(reading, touched))),
            before,
            touched,
            isNewest: true
        );
}
