using Orrery.Query;

namespace Orrery.Tests.Query;

/// <summary>Mangled queries: each is read or refused, never answered with another exception.</summary>
/// <remarks>A few thousand rounds in ./check, an hour's worth with --long. A failure prints its seed: pin it as a row below.</remarks>
public sealed class ParserFuzz
{
    private static bool IsLong => Environment.GetEnvironmentVariable("ORRERY_LONG") is not null;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, IsLong ? 4_000 : 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_mangled_query_is_read_or_refused(int seed)
    {
        Random chance = new(seed);
        for (var round = 0; round < 500; round++)
        {
            var text = MangledQuery.Of(chance);
            try
            {
                var printed = Printer.Print(Parser.Parse(text));

                Assert.Equal(printed, Printer.Print(Parser.Parse(printed)));
            }
            catch (QueryException refused) when (IsShowable(text, refused)) { }
            catch (Exception other)
            {
                Assert.Fail($"Seed {seed}, round {round}:\n{text}\n{other}");
            }
        }
    }

    private static bool IsShowable(string text, QueryException refused) =>
        refused.Fault.At is not { } at
        || at.Start >= 0 && at.Length >= 0 && at.End <= text.Length && Caret.Render(text, at).Split('\n').Length == 3;
}
