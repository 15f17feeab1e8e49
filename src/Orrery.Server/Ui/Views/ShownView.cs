using System.Collections.Immutable;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>A view that is drawn: the question answered, with what its shape needs to know.</summary>
/// <param name="Visit">Who looks.</param>
/// <param name="Request">What the address asks.</param>
/// <param name="Saved">The view it began from, or null.</param>
/// <param name="Outcome">The answer at the moment that is looked at.</param>
/// <param name="Then">The answer at the moment compared with; null when nothing is compared.</param>
/// <param name="Origins">Where its columns come from; empty when the text does not say.</param>
public sealed record ShownView(
    Visit Visit,
    ViewRequest Request,
    SavedView? Saved,
    AskOutcome.Answered Outcome,
    AskOutcome.Answered? Then,
    ImmutableArray<ColumnOrigin> Origins
)
{
    private bool? _mayRepeat;

    public Answer Answer => Outcome.Answer;

    /// <summary>What the rows are read through: things are named as they were then.</summary>
    public Reading Reading => Outcome.Reading;

    public ImmutableArray<string> Columns => Answer.Columns;

    /// <summary>All rows, marked by what became of them where something is compared.</summary>
    public ShownRows Rows => field ??= Then is null ? ShownRows.Of(Answer) : ShownRows.Of(Answer, Then.Answer, ThingColumn);

    /// <summary>Tells values as people read them.</summary>
    public AnswerTelling Telling => field ??= new(Visit, Reading);

    /// <summary>The first column that holds entities, or null: what cards, lines and dots are of.</summary>
    public int? ThingColumn => field ??= FindThings();

    /// <summary>Whether some thing may stand in more than one row; false only when none does.</summary>
    public bool MayRepeat => _mayRepeat ??= HasEqualHashes();

    /// <summary>The number of the column that a setting names, or null.</summary>
    public int? Column(string? name) => name is not null && Columns.IndexOf(name) is >= 0 and var column ? column : null;

    /// <summary>What stands over a column: as the question calls it; where that is only the name of a field or a kind, as the reader's community calls that.</summary>
    public string Heading(int column) =>
        (column < Origins.Length ? Origins[column] : null) switch
        {
            ColumnOrigin.FieldOf { Column: var of, Field: var symbol }
                when IsCalled(column, symbol)
                    && KindIn(of) is { } kind
                    && kind.Fields.TryGetValue(symbol, out var field)
                    && Reading.Model.WordFor(field.Id) is { Term: var term } => term,
            ColumnOrigin.Whole
                when KindIn(column) is { } kind
                    && IsCalled(column, kind.Symbol)
                    && Reading.Model.WordFor(kind.Id) is { Term: var term } => term,
            _ => Columns[column],
        };

    /// <summary>The field of the things in <see cref="ThingColumn"/> that a column shows and that could be edited there; else null.</summary>
    public string? EditableField(int column) =>
        CanEdit
        && column < Origins.Length
        && Origins[column] is ColumnOrigin.FieldOf { Column: var of, Field: var symbol }
        && of == ThingColumn
            ? symbol
            : null;

    /// <summary>Whether what is shown is of now, so that it can be edited in place.</summary>
    public bool CanEdit => Visit.IsNow && Answer.Changes is null && !QueryText.SaysWhen(Request.Asked.Text);

    /// <summary>The entity of a row, or null.</summary>
    public Entity? ThingOf(ShownRow row) =>
        ThingColumn is { } column && row.Cells[column] is Value.Entity { Id: var id }
            ? (row.Mark == RowMark.Went ? Then!.Reading : Reading).FindAnyTime(id)
            : null;

    /// <summary>The field that says what the values of a column are called: its title, unit and options; null when that is not certain.</summary>
    public FieldDefinition? FieldOf(ShownRow row, int column) =>
        column < Origins.Length
        && Origins[column] is ColumnOrigin.FieldOf { Column: var of, Field: var symbol }
        && row.Cells[of] is Value.Entity { Id: var id }
        && Reading.FindAnyTime(id) is { } entity
            ? Reading.Model.FindKind(entity.Kind)?.Fields.GetValueOrDefault(symbol)
            : AnswerTelling.FieldFor(Telling.FieldsOf(Columns[column]), row.Cells[column]);

    /// <summary>The same view in another shape, or told something else.</summary>
    public string Address(ViewRequest request, ViewShape shape) => Visit.Links.View(Saved, request, shape);

    public string Address(ViewRequest request) => Address(request, request.Shape);

    public string Title => Saved is { } saved ? Visit.Words.View(saved) : "Unsaved view";

    private Kind? KindIn(int column) =>
        Answer.Rows.Select(row => row[column]).FirstOrDefault(value => !value.IsNothing) is Value.Entity { Id: var id }
        && Reading.FindAnyTime(id) is { } thing
            ? Reading.Model.FindKind(thing.Kind)
            : null;

    private bool IsCalled(int column, string symbol) =>
        Letters(Columns[column].Split('.')[^1]).Equals(Letters(symbol), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    // Hashes in order take a tenth of what a set of ids takes; equal ones are rare where no thing is in two rows.
    private bool HasEqualHashes()
    {
        if (ThingColumn is not { } column)
            return false;
        var hashes = Rows.Column(column).OfType<Value.Entity>().Select(thing => thing.Id.GetHashCode()).ToArray();
        Array.Sort(hashes);
        for (var i = 1; i < hashes.Length; i++)
        {
            if (hashes[i] == hashes[i - 1])
                return true;
        }

        return false;
    }

    private int? FindThings()
    {
        for (var column = 0; column < Columns.Length; column++)
        {
            if (
                Answer.Rows.Concat(Then?.Answer.Rows ?? []).Select(row => row[column]).FirstOrDefault(value => !value.IsNothing)
                is Value.Entity
            )
                return column;
        }

        return null;
    }
}
