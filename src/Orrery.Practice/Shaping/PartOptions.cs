using System.Collections.Immutable;
using Orrery.Graph;

namespace Orrery.Practice;

/// <summary>What an enum offers: as its field keeps it, and as people type it.</summary>
public static class PartOptions
{
    /// <summary>The most options that one field may offer.</summary>
    public const int Most = 500;

    /// <summary>Of a field or a shared list.</summary>
    public static ImmutableArray<FieldOption> Of(Entity part)
    {
        var (symbols, titles) = (Texts(part["options"]), Texts(part["option-titles"]));
        return [.. symbols.Select((symbol, i) => new FieldOption(symbol, i < titles.Length ? titles[i] : symbol))];
    }

    /// <summary>One a line: the title, and where it is not what the title alone would give, the stored word before it.</summary>
    public static string Write(IEnumerable<FieldOption> options) =>
        string.Join(
            '\n',
            options.Select(option =>
                Symbols.Of(option.Title) == option.Symbol ? option.Title : $"{option.Symbol}: {option.Title}"
            )
        );

    /// <summary>What was typed. A line with a title that is offered already keeps its stored word: renaming one loses no value.</summary>
    /// <param name="typed">One a line: a title, or <c>stored-word: title</c>.</param>
    /// <param name="known">What is offered so far.</param>
    public static ImmutableArray<FieldOption> Read(string typed, ImmutableArray<FieldOption> known)
    {
        var options = ImmutableArray.CreateBuilder<FieldOption>();
        HashSet<string> taken = new(StringComparer.Ordinal);
        foreach (
            var line in typed
                .ReplaceLineEndings("\n")
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var option = Line(line, known);
            var symbol = Symbols.Fresh(option.Symbol, taken.Contains);
            if (options.Any(there => there.Title == option.Title))
                continue;
            taken.Add(symbol);
            options.Add(option with { Symbol = symbol });
        }

        return options.DrainToImmutable();
    }

    /// <summary>Their values, as fields of a part.</summary>
    public static (Value Symbols, Value Titles) ToValues(ImmutableArray<FieldOption> options) =>
        options.IsEmpty
            ? (Value.Nothing, Value.Nothing)
            : (PackCommands.List(options.Select(o => o.Symbol)), PackCommands.List(options.Select(o => o.Title)));

    private static FieldOption Line(string line, ImmutableArray<FieldOption> known)
    {
        if (
            line.Split(": ", 2) is [var stored, { Length: > 0 } title]
            && (Symbols.IsOne(stored) || known.Any(o => o.Symbol == stored))
        )
            return new(stored, title);
        return known.FirstOrDefault(option => option.Title == line || option.Symbol == line)
            ?? new(Symbols.Of(line) is { Length: > 0 } made ? made : "option", line);
    }

    private static ImmutableArray<string> Texts(Value value) =>
        value is Value.List list ? [.. list.Items.Select(item => item.AsText).OfType<string>()] : [];
}
