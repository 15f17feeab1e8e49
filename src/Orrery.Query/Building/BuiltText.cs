using Orrery.Graph;

namespace Orrery.Query;

/// <summary>Built questions as openCypher, and back.</summary>
public static class BuiltText
{
    /// <summary>The question as a query, in the layout that all printed queries have. Reading it gives the same question.</summary>
    /// <exception cref="ArgumentException">A step leaves things that come after it, or something is said of things that are not there.</exception>
    public static string Write(BuiltQuestion question, Model model)
    {
        if (!BuiltShape.IsWhole(question))
            throw new ArgumentException("It speaks of things that no step leads to.", nameof(question));
        return Printer.Print(QuestionWriter.Write(question, model));
    }

    /// <summary>The question that asks what a query asks, or why there is none.</summary>
    /// <param name="text">openCypher, with our prefix clauses.</param>
    /// <param name="reading">Whose model gives the names their meaning.</param>
    public static BuiltOutcome Read(string text, Reading reading)
    {
        try
        {
            return new BuiltOutcome.Built(
                BuiltReader.Read(Parser.Parse(text), Vocabulary.Of(new Ground(reading, isAnyTime: false)))
            );
        }
        catch (QueryException refusal)
        {
            return new BuiltOutcome.Refused(refusal.Fault);
        }
    }
}

/// <summary>What became of reading a query as a built question.</summary>
public abstract record BuiltOutcome
{
    private BuiltOutcome() { }

    /// <summary>The builder can ask it.</summary>
    public sealed record Built(BuiltQuestion Question) : BuiltOutcome;

    /// <summary>It cannot; the fault says why.</summary>
    public sealed record Refused(QueryFault Fault) : BuiltOutcome;
}
