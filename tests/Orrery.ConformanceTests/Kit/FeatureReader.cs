using System.Collections.Immutable;

namespace Orrery.ConformanceTests;

/// <summary>Reads the part of Gherkin that the kit is written in: background, scenarios, outlines with examples, tables, texts.</summary>
internal sealed class FeatureReader
{
    private const string Quotes = "\"\"\"";
    private static readonly string[] StepWords = ["Given ", "When ", "Then ", "And ", "But ", "* "];
    private static readonly string[] ScenarioWords = ["Scenario Outline:", "Scenario Template:", "Scenario:", "Example:"];

    private readonly string _feature;
    private readonly string[] _lines;
    private int _next;

    private FeatureReader(string feature, string text) =>
        (_feature, _lines) = (feature, text.Split('\n').Select(line => line.TrimEnd('\r')).ToArray());

    /// <summary>The scenarios of a file, in order, each outline as many times as it has examples.</summary>
    public static ImmutableArray<Scenario> Read(string feature, string text) => [.. new FeatureReader(feature, text).Scenarios()];

    private string? Line
    {
        get
        {
            while (_next < _lines.Length && _lines[_next].Trim() is "" or ['#', ..] or ['@', ..])
                _next++;
            return _next < _lines.Length ? _lines[_next].Trim() : null;
        }
    }

    private IEnumerable<Scenario> Scenarios()
    {
        ImmutableArray<Step> background = [];
        while (Line is { } line)
        {
            _next++;
            if (line.StartsWith("Background:", StringComparison.Ordinal))
                background = Steps();
            else if (Array.Find(ScenarioWords, word => line.StartsWith(word, StringComparison.Ordinal)) is { } word)
            {
                foreach (var scenario in Filled(line[word.Length..].Trim(), [.. background, .. Steps()]))
                    yield return scenario;
            }
        }
    }

    private IEnumerable<Scenario> Filled(string name, ImmutableArray<Step> steps)
    {
        var example = 0;
        while (
            Line is { } line
            && (line.StartsWith("Examples:", StringComparison.Ordinal) || line.StartsWith("Scenarios:", StringComparison.Ordinal))
        )
        {
            _next++;
            var table = Table();
            foreach (var row in table.Skip(1))
                yield return new(_feature, name, ++example, [.. steps.Select(step => Fill(step, table[0], row))]);
        }

        if (example == 0)
            yield return new(_feature, name, 0, steps);
    }

    private static Step Fill(Step step, ImmutableArray<string> names, ImmutableArray<string> values)
    {
        string Put(string text) =>
            names.Zip(values).Aggregate(text, (t, pair) => t.Replace($"<{pair.First}>", pair.Second, StringComparison.Ordinal));
        return new(
            Put(step.Text),
            step.Document is { } document ? Put(document) : null,
            [.. step.Table.Select(row => row.Select(Put).ToImmutableArray())]
        );
    }

    private ImmutableArray<Step> Steps()
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        while (Line is { } line && Array.Find(StepWords, word => line.StartsWith(word, StringComparison.Ordinal)) is { } word)
        {
            _next++;
            var document = Document();
            steps.Add(new(line[word.Length..].Trim(), document, document is null ? Table() : []));
        }

        return steps.DrainToImmutable();
    }

    private string? Document()
    {
        if (Line is not Quotes)
            return null;
        var indent = _lines[_next].IndexOf(Quotes, StringComparison.Ordinal);
        var first = ++_next;
        while (_lines[_next].Trim() != Quotes)
            _next++;
        return string.Join('\n', _lines[first.._next++].Select(line => Outdented(line, indent)));
    }

    private static string Outdented(string line, int indent)
    {
        var blank = line.Length - line.TrimStart().Length;
        return line[Math.Min(blank, indent)..];
    }

    private ImmutableArray<ImmutableArray<string>> Table()
    {
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
        while (Line is ['|', ..] line)
        {
            rows.Add(Cells(line));
            _next++;
        }

        return rows.DrainToImmutable();
    }

    private static ImmutableArray<string> Cells(string line)
    {
        var cells = ImmutableArray.CreateBuilder<string>();
        var cell = new System.Text.StringBuilder();
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] == '|')
            {
                cells.Add(cell.ToString().Trim(' ', '\t'));
                cell.Clear();
            }
            else if (line[i] == '\\' && i + 1 < line.Length)
                cell.Append(Unescaped(line[++i]));
            else
                cell.Append(line[i]);
        }

        return cells.DrainToImmutable();
    }

    private static string Unescaped(char letter) =>
        letter switch
        {
            'n' => "\n",
            '|' or '\\' => letter.ToString(),
            _ => $"\\{letter}",
        };
}
