using System.Diagnostics;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;
using Orrery.Tests.House;
using Orrery.Tests.Query.Oracle;

namespace Orrery.Tests.Query;

/// <summary>Queries by chance, and those mangled: each is read, bound, planned and run under low limits, and is answered or refused, never ends in another exception.</summary>
/// <remarks>
/// A text that is planned as none before, or refused as none before, is kept and mangled further. Some rounds in ./check; with --long an hour
/// (ORRERY_FUZZ_MINUTES), the kept texts in artifacts/fuzz/planner.txt. A failure prints its text: pin it in HostileQueryTests.
/// </remarks>
public sealed class PlannerFuzz
{
    private const int ShortRounds = 1_500;
    private const int MostKept = 20_000;

    private static readonly QueryLimits Low = new(500, 20_000, 1 << 20, TimeSpan.FromSeconds(20));

    private static readonly string[] Words = [.. QuestionShelf.Of("harbor").Select(question => question.Text)];

    private static bool IsLong => Environment.GetEnvironmentVariable("ORRERY_LONG") is not null;

    [Fact]
    public void A_query_by_chance_is_answered_or_refused()
    {
        if (IsLong)
            TryForAnHour();
        else
            TryMany(new(), new(20261125), round => round < ShortRounds);
    }

    private static void TryForAnHour()
    {
        var file = Path.Combine(Checkout.Root, "artifacts", "fuzz", "planner.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        Kept kept = File.Exists(file) ? new(File.ReadLines(file).Select(Escaped.Read)) : new();
        var minutes = int.TryParse(Environment.GetEnvironmentVariable("ORRERY_FUZZ_MINUTES"), out var told) ? told : 60;
        var seed = Environment.TickCount;
        var began = Stopwatch.GetTimestamp();
        var rounds = TryMany(kept, new(seed), _ => Stopwatch.GetElapsedTime(began).TotalMinutes < minutes);
        File.WriteAllLines(file, kept.Texts.Select(Escaped.Write));
        Testing.Figures.Log("fuzz", $"planner: {rounds:N0} queries, {kept.Texts.Count:N0} kept, seed {seed}");
    }

    private static int TryMany(Kept kept, Random chance, Func<int, bool> goesOn)
    {
        var round = 0;
        for (; goesOn(round); round++)
            Try(SomeText(chance, kept), round, kept);
        return round;
    }

    private static string SomeText(Random chance, Kept kept)
    {
        var text = chance.Next(8) switch
        {
            0 => MangledQuery.Of(chance),
            1 => Words[chance.Next(Words.Length)],
            < 5 when kept.Texts.Count > 0 => kept.Texts[chance.Next(kept.Texts.Count)],
            _ => SomeQuery.Of(new(chance.Next())).Text,
        };
        if (chance.Next(3) == 0)
            return text;
        try
        {
            return MangledQuery.Of(text, chance);
        }
        catch (QueryException)
        {
            return text;
        }
    }

    private static void Try(string text, int round, Kept kept)
    {
        var questions = new Questions(Low, StandardProcedures.All);
        var reading = Graphs.Value[round % Graphs.Value.Length];
        try
        {
            var told = Ask(questions, text, reading) switch
            {
                QueryOutcome.Refused refused => $"{refused.Fault.Phase} {refused.Fault.Detail}",
                QueryOutcome.Answered => PlanOf(questions, text, reading),
                _ => throw new UnreachableException(),
            };
            if (kept.Texts.Count < MostKept)
                kept.Add(told, text);
        }
        catch (Exception bug)
        {
            Assert.Fail($"Round {round}:\n{text}\n{bug}");
        }
    }

    private static QueryOutcome Ask(Questions questions, string text, Reading reading)
    {
        var made = 0;
        return questions.Ask(
            new(text, SomeQuery.Parameters),
            reading,
            new(() => Id.Named("fuzz", $"{made++}"), new Random(0)),
            TestContext.Current.CancellationToken
        );
    }

    // The steps of its plan: texts with the same steps teach nothing new.
    private static string PlanOf(Questions questions, string text, Reading reading) =>
        Ask(questions, QueryText.Explained(text), reading) is QueryOutcome.Answered { Answer.Plan: { } plan }
            ? string.Join('\n', plan.Split('\n').Select(line => line.Split(['[', '(', ':', '\''], 2)[0].TrimEnd()))
            : "a plan of its own";

    private static readonly Lazy<Reading[]> Graphs = new(() =>
        [.. Enumerable.Range(1, 12).Select(seed => SomeGraph.Of(new(seed), seed % 8).Read()), new Graph.Company().Read()]
    );

    /// <summary>Texts, one for everything new that any of them did.</summary>
    private sealed class Kept
    {
        private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

        public Kept() { }

        public Kept(IEnumerable<string> texts) => Texts.AddRange(texts);

        public List<string> Texts { get; } = [];

        public void Add(string told, string text)
        {
            if (_seen.Add(told))
                Texts.Add(text);
        }
    }

    /// <summary>A text as one line of a file.</summary>
    private static class Escaped
    {
        public static string Write(string text) => System.Text.Json.JsonSerializer.Serialize(text);

        public static string Read(string line) => System.Text.Json.JsonSerializer.Deserialize<string>(line)!;
    }
}
