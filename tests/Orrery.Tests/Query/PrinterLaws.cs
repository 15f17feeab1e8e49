using FsCheck;
using FsCheck.Fluent;
using Orrery.Query;

namespace Orrery.Tests.Query;

/// <summary>Laws of printing and parsing.</summary>
public sealed class PrinterLaws
{
    private static int Rounds => Environment.GetEnvironmentVariable("ORRERY_LONG") is null ? 1_000 : 100_000;

    [Fact]
    public void What_is_printed_parses_and_prints_the_same() =>
        Prop.ForAll(
                SomeTree.Query.ToArbitrary(),
                tree =>
                {
                    var printed = Printer.Print(tree);
                    var again = Reprinted(printed);

                    Assert.True(printed == again, again);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Rounds));

    [Fact]
    public void Every_query_of_the_kit_prints_to_one_that_prints_the_same()
    {
        Assert.SkipWhen(Kit.Folder is null, "No compatibility kit: set ORRERY_TCK to its folder.");

        foreach (var query in Kit.Queries().Where(query => query.SyntaxError is null))
        {
            var printed = Printer.Print(Parser.Parse(query.Text));

            Assert.Equal(printed, Reprinted(printed));
        }
    }

    private static string Reprinted(string printed)
    {
        try
        {
            return Printer.Print(Parser.Parse(printed));
        }
        catch (QueryException refused)
        {
            return refused.Fault.At is { } at ? $"{Caret.Render(printed, at)}\n{refused.Message}" : refused.Message;
        }
    }
}
