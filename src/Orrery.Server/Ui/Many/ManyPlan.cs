using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What would become of each of the chosen things, decided one by one against what is known now.</summary>
/// <param name="Lines">One for each thing, in the order they were chosen.</param>
/// <param name="At">The revision it was made up against.</param>
/// <param name="Together">Why what each of them may, all together may not; null when they may.</param>
public sealed record ManyPlan(ImmutableArray<ManyLine> Lines, Revision At, Fault? Together)
{
    public IEnumerable<ManyLine.Changes> Changes => Lines.OfType<ManyLine.Changes>();

    public IEnumerable<ManyLine.Stays> Stays => Lines.OfType<ManyLine.Stays>();

    public IEnumerable<ManyLine.Cannot> Cannot => Lines.OfType<ManyLine.Cannot>();

    public ImmutableArray<GraphCommand> Commands => [.. Changes.SelectMany(line => line.Commands)];

    /// <summary>Of what is told: another digest means other changes.</summary>
    public string Digest =>
        Convert.ToHexStringLower(
            SHA256
                .HashData(
                    Encoding.UTF8.GetBytes(
                        string.Join(
                            '\n',
                            Lines.Select(line => $"{line.Thing} {line.GetType().Name} {PlainTelling.TextOf(line.Said)}")
                        )
                    )
                )
                .AsSpan(0, 12)
        );

    /// <summary>Makes up what would be done.</summary>
    /// <exception cref="FaultException">What is to be done cannot be read.</exception>
    public static ManyPlan Of(Visit visit, ImmutableArray<Id> things, ManyChange change, Func<Id> newId)
    {
        var current = visit.Workspace.Current;
        var reading = current.Read(change.At(visit), visit.Reading.Now, visit.Reading.Mask);
        var telling = new ManyTelling(visit, reading, change);
        var wishes = new ManyWishes(visit, reading, change, newId);
        ImmutableArray<ManyLine> lines = [.. things.Select(thing => LineOf(thing))];
        var together = visit.Foresee(current, [.. lines.OfType<ManyLine.Changes>().SelectMany(line => line.Commands)]);
        return new(lines, current.At, (together as Decision.Refused)?.Fault);

        ManyLine LineOf(Id thing)
        {
            var commands = wishes.For(thing);
            return visit.Foresee(current, commands) switch
            {
                Decision.Refused { Fault: var fault } => new ManyLine.Cannot(thing, telling.Name(thing), fault),
                Decision.Accepted { Events.IsEmpty: true } => new ManyLine.Stays(thing, telling.Stays(thing)),
                _ => new ManyLine.Changes(thing, telling.Changes(thing), commands),
            };
        }
    }
}
