using System.Collections.Immutable;
using NodaTime;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>Moves steps in time by whole days, and nothing else about them.</summary>
internal sealed class StoryShift(int days)
{
    private readonly Duration _by = Duration.FromDays(days);

    public DemoStep Move(DemoStep step) => new(Move(step.Recorded), step.Cause, [.. step.Commands.Select(Move)]);

    public Instant Move(Instant at) => at == Instant.MinValue || at == Instant.MaxValue ? at : at.Plus(_by);

    private GraphCommand Move(GraphCommand command) =>
        command switch
        {
            GraphCommand.CreateEntity c => c with { Fields = Move(c.Fields), Exists = Move(c.Exists) },
            GraphCommand.Relate c => c with { Fields = Move(c.Fields), Exists = Move(c.Exists) },
            GraphCommand.SetField c => c with { Value = Move(c.Value), During = Move(c.During) },
            GraphCommand.Retire c => c with { During = Move(c.During) },
            GraphCommand.Restore c => c with { During = Move(c.During) },
            GraphCommand.AppendSeries c => c with { Points = [.. c.Points.Select(p => p with { At = Move(p.At) })] },
            _ => command,
        };

    private ImmutableSortedDictionary<string, Value> Move(ImmutableSortedDictionary<string, Value> fields) =>
        Properties.Of([.. fields.Select(f => (f.Key, Move(f.Value)))]);

    private Validity Move(Validity during) => new(Move(during.From), Move(during.To));

    private Value Move(Value value) =>
        value switch
        {
            Value.Date date => new Value.Date(date.Day.PlusDays(days)),
            Value.DateTime at => Value.Of(Move(at.Instant)),
            Value.Period period => new Value.Period(period.Start?.PlusDays(days), period.End?.PlusDays(days)),
            _ => value,
        };
}
