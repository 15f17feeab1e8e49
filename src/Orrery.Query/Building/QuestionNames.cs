using System.Collections.Immutable;

namespace Orrery.Query;

/// <summary>The variables and columns of a built question: called after kinds, each name once.</summary>
internal sealed class QuestionNames
{
    /// <summary>The column of a count.</summary>
    public const string Number = "number";

    /// <summary>The column of a sum.</summary>
    public const string Total = "total";

    /// <summary>The column of a mean.</summary>
    public const string Average = "average";

    private readonly HashSet<string> _taken = [Number, Total, Average];
    private readonly ImmutableArray<string> _things;

    public QuestionNames(BuiltQuestion question) =>
        _things = [Fresh(question.Start), .. question.Steps.Select(step => Fresh(step.To))];

    /// <summary>The variable of the things of a number.</summary>
    public string this[int thing] => _things[thing];

    /// <summary>A name for things that nothing else is called.</summary>
    public string Fresh(BuiltThing thing) => Fresh(Respelling.Variable(thing.Kind));

    /// <summary>The name, or the name with a number behind it.</summary>
    public string Fresh(string name)
    {
        var fresh = name;
        for (var i = 2; !_taken.Add(fresh); i++)
            fresh = $"{name}{i}";
        return fresh;
    }
}
