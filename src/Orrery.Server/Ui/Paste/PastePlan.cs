using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What becomes of each pasted row, decided against what is known now.</summary>
/// <param name="Rows">In the order they were pasted.</param>
/// <param name="Together">Why what each of them may, all together may not; null when they may.</param>
public sealed record PastePlan(ImmutableArray<PasteRow> Rows, Fault? Together)
{
    public int Added => Rows.Count(row => row is PasteRow.Adds);

    public int Updated => Rows.Count(row => row is PasteRow.Updates);

    public int Stays => Rows.Count(row => row is PasteRow.Stays);

    public int Refused => Rows.Count(row => row is PasteRow.Cannot);

    public ImmutableArray<GraphCommand> Commands => CommandsOf(Rows);

    /// <summary>Of what becomes of each row: another digest means that something changed meanwhile.</summary>
    public string Digest =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Rows.Select(Told)))).AsSpan(0, 12));

    /// <summary>Makes up what would be done.</summary>
    public static PastePlan Of(Visit visit, PasteRequest request, Func<Id> newId)
    {
        var rows = new PasteReading(visit, request, newId).Rows();
        return new(rows, (visit.Foresee(visit.Workspace.Current, CommandsOf(rows)) as Decision.Refused)?.Fault);
    }

    // Things first, then what joins them: a row may speak of one that stands below it.
    internal static ImmutableArray<GraphCommand> CommandsOf(ImmutableArray<PasteRow> rows)
    {
        var all = rows.SelectMany(row => row.Commands).ToArray();
        return
        [
            .. all.Where(command => command is not GraphCommand.Relate),
            .. all.Where(command => command is GraphCommand.Relate),
        ];
    }

    private static string Told(PasteRow row) =>
        row switch
        {
            PasteRow.Adds adds => $"+ {adds.Commands.Length}",
            PasteRow.Updates updates =>
                $"~ {updates.There.Id} {string.Join(' ', updates.Commands.Select(command => command is GraphCommand.SetField set ? $"{set.Field}={ValueText.Of(set.Expected ?? Value.Nothing)}" : "r"))}",
            PasteRow.Stays stays => $"= {stays.There.Id}",
            PasteRow.Cannot cannot => $"! {cannot.Why}",
            _ => throw new System.Diagnostics.UnreachableException("A row of another sort."),
        };
}
