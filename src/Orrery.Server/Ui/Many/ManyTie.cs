using Orrery.Graph;

namespace Orrery.Server;

/// <summary>A way to be related, with what: the same for many things.</summary>
/// <param name="Type">The relation type's symbol.</param>
/// <param name="Direction">Out when the many are its start.</param>
/// <param name="Other">What stands at the other end.</param>
public sealed record ManyTie(string Type, Direction Direction, Id Other)
{
    /// <summary>What a change asks for; null when it is about no relation.</summary>
    /// <exception cref="FaultException">Nothing is called so, or there is no such way.</exception>
    public static ManyTie? Find(Visit visit, ManyChange change)
    {
        if (change.Act is not (ManyAct.Relate or ManyAct.Part))
            return null;
        if (change.How.Split(':', 2) is not [("out" or "in") and var way, var type])
            throw new FaultException(Fault.UnknownRelationType(change.How, visit.Reading.Model));
        var direction = way == "out" ? Direction.Out : Direction.In;
        var known =
            visit.Reading.Model.FindRelationType(type)
            ?? throw new FaultException(Fault.UnknownRelationType(type, visit.Reading.Model));
        var choice = new RelationChoice(known, direction, direction == Direction.Out ? known.ToKinds : known.FromKinds);
        var other =
            OtherEnds.FindOnly(visit, choice, change.Other)
            ?? throw new FaultException(ServerFaults.OtherEndUnknown(change.Other));
        return new(type, direction, other.Id);
    }

    /// <summary>The relations of a thing that are so.</summary>
    public IEnumerable<Relation> Of(Entity thing) =>
        thing
            .Relations(Direction, Type)
            .Where(relation => (Direction == Direction.Out ? relation.ToId : relation.FromId) == Other);
}
