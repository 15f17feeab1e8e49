using System.Collections.Immutable;

namespace Orrery.ConformanceTests;

/// <summary>Reads scenarios written short: what there is, what is asked, what comes of it, each on a line of its own.</summary>
/// <remarks>
/// <code>
/// given CREATE (:A {n: 1})        what there is for the cases below, until the next given ("given nothing")
/// with p = 'a'                    a parameter of theirs
/// procedure one(i :: INTEGER?) :: (o :: STRING?)       with its table below it
/// = 1 + 1 => 2                    an expression and its value
/// = NOT 1 fails SyntaxError at compile time: InvalidArgumentType
/// ? MATCH (n) RETURN n.n AS n     a query, further lines of it indented
/// | n |                           its rows, or "no rows"
/// | 1 |
/// in order | any order of lists | changes +nodes 1, +labels 1 | fails ...
/// </code>
/// </remarks>
internal sealed class CasesReader
{
    private readonly string _feature;
    private readonly string[] _lines;
    private readonly List<Step> _procedures = [];
    private readonly List<ImmutableArray<string>> _parameters = [];
    private string? _given;
    private int _next;

    private CasesReader(string feature, string text) =>
        (_feature, _lines) = (feature, text.Split('\n').Select(line => line.TrimEnd()).ToArray());

    public static ImmutableArray<Scenario> Read(string feature, string text) => [.. new CasesReader(feature, text).Scenarios()];

    private IEnumerable<Scenario> Scenarios()
    {
        var number = 0;
        while (_next < _lines.Length)
        {
            var line = _lines[_next++];
            if (line is "" or ['#', ..])
                continue;
            if (line.Split(' ', 2) is not [var word, var rest])
                throw new InvalidDataException($"{_feature}: no case is written so: {line}");
            if (word is "=" or "?")
                yield return new(
                    _feature,
                    $"[{++number}] {rest}",
                    0,
                    [.. Before(), .. word == "=" ? Expression(rest) : Query(rest)]
                );
            else
                Prepare(word, rest);
        }
    }

    private void Prepare(string word, string rest)
    {
        switch (word)
        {
            case "given":
                _procedures.Clear();
                _parameters.Clear();
                _given = rest == "nothing" ? null : rest;
                break;
            case "with" when rest.Split(" = ", 2) is [var name, var value]:
                _parameters.Add([name, value]);
                break;
            case "procedure":
                _procedures.Add(new($"there exists a procedure {rest}:", null, Table()));
                break;
            default:
                throw new InvalidDataException($"{_feature}: nothing is called '{word}': {rest}");
        }
    }

    private IEnumerable<Step> Before()
    {
        if (_given is not null)
            yield return new("having executed:", _given, []);
        foreach (var procedure in _procedures)
            yield return procedure;
        if (_parameters is not [])
            yield return new("parameters are:", null, [.. _parameters]);
    }

    private IEnumerable<Step> Expression(string text)
    {
        var (parts, isRefused) = (text.Split(" => "), false);
        if (parts is [_])
            (parts, isRefused) = (text.Split(" fails "), true);
        if (parts is not [var expression, var outcome])
            throw new InvalidDataException($"{_feature}: an expression has one value: {text}");
        yield return new("executing query:", $"RETURN {expression} AS x", []);
        yield return isRefused
            ? Refusal(outcome)
            : new(
                "the result should be, in any order:",
                null,
                [
                    ["x"],
                    [outcome],
                ]
            );
        if (!isRefused)
            yield return new("no side effects", null, []);
    }

    private IEnumerable<Step> Query(string text)
    {
        while (_next < _lines.Length && _lines[_next].StartsWith("  ", StringComparison.Ordinal))
            text += $"\n{_lines[_next++].Trim()}";
        yield return new("executing query:", text, []);
        var table = Table();
        var (isOrdered, hasLists, isRefused, changes) = (false, false, false, ImmutableArray<ImmutableArray<string>>.Empty);
        while (_next < _lines.Length && _lines[_next] is not ("" or ['#' or '?' or '=', ..]))
        {
            var outcome = _lines[_next++];
            isOrdered |= outcome == "in order";
            hasLists |= outcome == "any order of lists";
            if (outcome.StartsWith("changes ", StringComparison.Ordinal))
                changes = [.. outcome["changes ".Length..].Split(", ").Select(change => change.Split(' ').ToImmutableArray())];
            if (outcome.StartsWith("fails ", StringComparison.Ordinal))
            {
                isRefused = true;
                yield return Refusal(outcome["fails ".Length..]);
            }
        }

        if (isRefused)
            yield break;
        yield return table is []
            ? new("the result should be empty", null, [])
            : new(
                $"the result should be, in {(isOrdered ? "" : "any ")}order{(hasLists ? " (ignoring element order for lists)" : "")}:",
                null,
                table
            );
        yield return changes is [] ? new("no side effects", null, []) : new("the side effects should be:", null, changes);
    }

    private static Step Refusal(string text) =>
        new($"a {text.Split(' ', 2)[0]} should be raised {text.Split(' ', 2)[1]}", null, []);

    private ImmutableArray<ImmutableArray<string>> Table()
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        while (_next < _lines.Length && _lines[_next] is ['|', ..])
            rows.Add([.. _lines[_next++].Trim('|').Split('|').Select(cell => cell.Trim())]);
        return rows.DrainToImmutable();
    }
}
