using System.CommandLine;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Cli;

/// <summary>What the commands that change the model with its values have in common.</summary>
internal static class ModelRun
{
    public const string DryRun = "--dry-run";
    public const string Misfits = "--misfits";
    public const string Currency = "--currency";
    public const string Shares = "--shares";
    public const string Part = "PART";

    public static void AddOptions(Command command)
    {
        command.Options.Add(
            new Option<string?>(Misfits)
            {
                Description =
                    "What becomes of values without a place: keep them as text in a field beside, or leave them out. Default: nothing is done while there are any.",
                HelpName = "keep|leave-out",
            }.AcceptOnlyFromAmong("keep", "leave-out")
        );
        command.Options.Add(
            new Option<string?>(Currency) { Description = "What bare numbers are amounts of, such as EUR.", HelpName = "CODE" }
        );
        command.Options.Add(
            new Option<bool>(Shares) { Description = "A number is the share itself: 0.3 is 30 %. Default: 30 is 30 %." }
        );
        command.Options.Add(Common.WorkspaceOption());
        command.Options.Add(new Option<bool>(DryRun) { Description = "Say what would become of everything; write nothing." });
        command.Options.Add(Common.WhyOption());
        command.Options.Add(Common.FormatOption());
    }

    public static Misfits MisfitsOf(Call call) =>
        call.Get<string?>(Misfits) switch
        {
            "keep" => Practice.Misfits.KeepAsText,
            "leave-out" => Practice.Misfits.LeaveOut,
            _ => Practice.Misfits.Refuse,
        };

    public static ConversionTerms TermsOf(Call call, Workspace workspace) =>
        new(call.Get<string?>(Currency)?.ToUpperInvariant(), !call.Get<bool>(Shares), workspace.Current.Model.Settings.Zone);

    /// <summary>Does what was shown, if it still is what would happen.</summary>
    public static async Task DoAsync<T>(
        Call call,
        Workspace workspace,
        T shown,
        Func<Reading, T> look,
        Func<T, string> digest,
        Func<T, IReadOnlyList<GraphCommand>> commands,
        string title
    )
    {
        if (call.Get<bool>(DryRun))
            return;
        var outcome = await workspace.ExecuteAsync(
            reading =>
                look(reading) is var now && digest(now) == digest(shown)
                    ? commands(now)
                    : throw new FaultException(ShapeFaults.Changed()),
            call.Cause(call.Get<string?>(Common.Why) ?? title),
            call.Cancel
        );
        await call.Terminal.Error.WriteLineAsync($"{title}, as r{outcome.OrThrow()}.".AsMemory(), call.Cancel);
    }

    public static Argument<string> PartArgument() =>
        new(Part) { Description = "A kind, a field or a relation type: bet, bet.appetite, relation-type:blocks." };

    /// <summary>The kind, field or relation type that is meant.</summary>
    public static Entity PartOf(Reading reading, Call call)
    {
        var said = call.Get<string>(Part)!;
        if (!said.Contains(':', StringComparison.Ordinal))
            return said.Contains('.', StringComparison.Ordinal) ? FieldOf(reading, said) : KindOf(reading, said);
        return
            EntityRef.TryParse(said, out var at)
            && reading.Find(at) is { Kind: MetaKinds.Kind or MetaKinds.Field or MetaKinds.RelationType } part
            ? part
            : throw new FaultException(Fault.NotFound(said));
    }

    public static Entity KindOf(Reading reading, string kind) =>
        reading.Model.FindKind(kind) is { } known
            ? reading.Find(known.Id)!
            : throw new FaultException(Fault.UnknownKind(kind, reading.Model));

    /// <summary>The field that people write as <c>kind.field</c>; of a relation type too.</summary>
    public static Entity FieldOf(Reading reading, string text)
    {
        var (owner, symbol) = text.Split('.', 2) is [var first, var second] ? (first, second) : (text, "");
        var fields =
            reading.Model.FindKind(owner)?.Fields
            ?? reading.Model.FindRelationType(owner)?.Fields
            ?? throw new FaultException(Fault.UnknownKind(owner, reading.Model));
        return fields.GetValueOrDefault(symbol) is { } field
            ? reading.Find(field.Id)!
            : throw new FaultException(ShapeFaults.UnknownField(owner, symbol, fields.Keys));
    }
}
