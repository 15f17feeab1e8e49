using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>What the names of one query mean for those who are guarded.</summary>
internal sealed class WatchedNames(PeopleGuard guard, Vocabulary vocabulary)
{
    private readonly FrozenSet<string> _people = guard.Kinds.SelectMany(kind => vocabulary.Narrow(kind)).ToFrozenSet();
    private readonly FrozenSet<string> _above = guard
        .Kinds.Select(kind => vocabulary.Model.FindKind(kind))
        .SelectMany(kind => kind is null ? [] : kind.Ancestors.Append(kind.Category))
        .ToFrozenSet();
    private readonly FrozenSet<string> _names = guard.Names.Select(Vocabulary.Loose).ToFrozenSet();

    public ImmutableArray<string> Kinds => guard.Kinds;

    /// <summary>What a node may be by its labels, all of which it has.</summary>
    public SeenAs ByLabels(ImmutableArray<Name> labels)
    {
        var seen = SeenAs.Anything;
        foreach (var label in labels)
        {
            var symbol = vocabulary.Kind(label.Text);
            if (_people.Contains(symbol))
                return SeenAs.Person;
            if (!_above.Contains(symbol))
                seen = SeenAs.Other;
        }

        return seen;
    }

    /// <summary>Whether a person can stand at an end of relations of these types; any type where there is none.</summary>
    public bool MayBePerson(ImmutableArray<Name> types, bool isStart) =>
        types.IsEmpty || types.Any(type => MayBePerson(vocabulary.RelationType(type.Text), isStart));

    public bool IsBelonging(ImmutableArray<Name> types) =>
        !types.IsEmpty && types.All(type => guard.Belonging.Contains(vocabulary.RelationType(type.Text)));

    /// <summary>Whether a field or a column names somebody.</summary>
    public bool IsName(string written) => _names.Contains(Vocabulary.Loose(vocabulary.Field(written)));

    private bool MayBePerson(string type, bool isStart)
    {
        if (vocabulary.Model.FindRelationType(type) is not { } known)
            return true;
        var ends = isStart ? known.FromKinds : known.ToKinds;
        return ends.IsEmpty || ends.Any(end => _above.Contains(end) || _people.Contains(end));
    }
}
