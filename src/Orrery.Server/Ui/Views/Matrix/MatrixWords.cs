using System.Globalization;

namespace Orrery.Server;

/// <summary>What a cell of a matrix says.</summary>
internal static class MatrixWords
{
    /// <summary>How many there are, what they come to, or that there are some.</summary>
    public static string Text(ShownView view, MatrixCell cell, MatrixContent content, bool isTotal) =>
        content switch
        {
            MatrixContent.Sum => Said(view, cell.Sum),
            MatrixContent.Presence when !isTotal => cell.Items.Count == 0 ? "○" : "●",
            _ => Number(cell.Items.Count),
        };

    /// <summary>What it was, or how many came and went; null where nothing did.</summary>
    public static string? Change(ShownView view, MatrixCell cell, MatrixContent content) =>
        content == MatrixContent.Sum
            ? cell.Came.IsEmpty && cell.Went.IsEmpty && cell.Sum == cell.Then
                ? null
                : $"was {Said(view, cell.Then)}"
            : (cell.Came.Length, cell.Went.Length) switch
            {
                (0, 0) => null,
                (var came, 0) => $"+{came}",
                (0, var went) => $"−{went}",
                (var came, var went) => $"+{came} −{went}",
            };

    public static string Number(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Said(ShownView view, Amounts amounts) =>
        amounts.IsEmpty ? "–" : string.Join(" + ", amounts.Values.Select(amount => view.Visit.Values.Short(amount, null)));
}
