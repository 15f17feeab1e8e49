using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What a form says of a pasted text.</summary>
/// <param name="Kind">What its rows become.</param>
/// <param name="Text">As pasted.</param>
/// <param name="Table">As read.</param>
/// <param name="HasHeads">Whether the first row names the columns.</param>
/// <param name="Targets">What each column becomes.</param>
/// <param name="Same">What becomes of rows whose title is there already.</param>
/// <param name="Why">The reason, as typed.</param>
public sealed record PasteRequest(
    Kind Kind,
    string Text,
    PastedTable Table,
    bool HasHeads,
    ImmutableArray<PasteTarget> Targets,
    PasteSame Same,
    string Why
)
{
    /// <summary>The most rows that are taken at once.</summary>
    public const int MostRows = 2_000;

    /// <summary>What the columns are called: their heads, or their numbers.</summary>
    public IEnumerable<string> Heads =>
        HasHeads
            ? Table.Rows[0]
            : Enumerable.Range(1, Table.Width).Select(number => string.Create(CultureInfo.InvariantCulture, $"Column {number}"));

    /// <summary>The rows that become things.</summary>
    public IEnumerable<ImmutableArray<string>> Rows => HasHeads ? Table.Rows.Skip(1) : Table.Rows;

    public static PasteRequest Read(Visit visit, IFormCollection form)
    {
        var kind = CreateForm.KindOf(visit, form["kind"].ToString());
        var table = PastedTable.Read(form["text"].ToString());
        var targets = PasteTargets.Of(visit, kind);
        // Columns were chosen for what was seen: another text or kind is guessed anew.
        var isSeen = form["seen-kind"] == kind.Symbol && form["width"] == table.Width.ToString(CultureInfo.InvariantCulture);
        var hasHeads = isSeen ? form["heads"] == "yes" : table.Rows.Length > 1 && targets.AreHeads(table.Rows[0]);
        var chosen = isSeen
            ? Enumerable
                .Range(0, table.Width)
                .Select(column => targets.Named(form[$"c-{column}"].ToString()) ?? new PasteTarget.Nothing())
            : targets.Guess(hasHeads ? table.Rows[0] : [.. Enumerable.Repeat("", table.Width)]);
        return new(
            kind,
            form["text"].ToString(),
            table,
            hasHeads,
            [.. chosen],
            Enum.TryParse<PasteSame>(form["same"], ignoreCase: true, out var same) ? same : PasteSame.Update,
            form["why"].ToString()
        );
    }
}
