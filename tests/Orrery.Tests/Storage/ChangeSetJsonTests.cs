using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Orrery.Graph;
using Orrery.Storage;
using Orrery.Testing;

namespace Orrery.Tests.Storage;

public sealed class ChangeSetJsonTests
{
    [Fact]
    public void A_line_is_read_as_it_was_written_and_written_as_it_was_read() =>
        Prop.ForAll(
                Some.ChangeSetsAfter(Revision.Start).ToArbitrary(),
                changes =>
                {
                    foreach (var change in changes)
                    {
                        var line = Line(change);
                        var read = ChangeSetJson.ReadLine(line);

                        Assert.Equal(change, read);
                        Assert.Equal(line, Line(read));
                        Assert.DoesNotContain((byte)'\n', line);
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData("", "Line 1: ")]
    [InlineData("{\"revision\":1}", "Line 1: 'recorded' is missing.")]
    [InlineData("[]", "Line 1: An object is needed here.")]
    [InlineData(Start + "{\"event\":\"entity-exploded.v1\"}]}", "Line 1: This build knows no event 'entity-exploded.v1'.")]
    [InlineData(Start + "{\"event\":\"retired.v1\",\"id\":\"no\"}]}", "Line 1: 'id' is not an id (a UUID).")]
    [InlineData(
        Start + "{\"event\":\"subject-erased.v1\",\"id\":\"00000000-0000-0000-0000-000000000000\",\"x\":1}]}",
        "Line 1: 'x' is not known here."
    )]
    [InlineData("{\"revision\":1,\"rec", "Line 1: Expected end of string, but instead reached end of data.")]
    [InlineData(Start + "]}\n" + Start + "]}", "Line 2: revision 1 does not follow 1")]
    public async Task A_wrong_line_is_refused_by_its_number_and_reason(string text, string message)
    {
        var refusal = await Assert.ThrowsAsync<FaultException>(async () =>
        {
            await foreach (
                var _ in ChangeSetJson.ReadAsync(
                    new MemoryStream(Encoding.UTF8.GetBytes(text + "\n")),
                    new MemoryAttachments(),
                    CancellationToken.None
                )
            ) { }
        });

        Assert.Equal("export.line", refusal.Fault.Code);
        Assert.StartsWith(message, refusal.Fault.Message);
        Assert.DoesNotContain("LineNumber", refusal.Fault.Message);
    }

    [Fact]
    public void Any_other_text_is_refused_and_never_worse() =>
        Prop.ForAll(
                Some.ChangeSetsAfter(Revision.Start).ToArbitrary(),
                Gen.Choose(0, int.MaxValue).ToArbitrary(),
                Gen.Choose(1, 127).ToArbitrary(),
                (changes, place, flip) =>
                {
                    var line = Line(changes[0]);
                    line[place % line.Length] ^= (byte)flip;
                    try
                    {
                        ChangeSetJson.ReadLine(line);
                    }
                    catch (FormatException e)
                    {
                        Assert.NotEmpty(e.Message);
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private const string Start =
        "{\"revision\":1,\"recorded\":\"2026-01-01T00:00:00Z\",\"actor\":\"anna\",\"origin\":\"screen\",\"events\":[";

    private static byte[] Line(ChangeSet change)
    {
        var bytes = new ArrayBufferWriter<byte>();
        ChangeSetJson.WriteLine(bytes, change);
        return bytes.WrittenSpan[..^1].ToArray();
    }
}
