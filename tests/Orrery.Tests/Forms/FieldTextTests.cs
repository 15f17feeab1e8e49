using Orrery.Graph;
using Orrery.Server;

namespace Orrery.Tests.Forms;

/// <summary>Numbers as people type them: a comma that does not group thousands is refused, never read as something else.</summary>
public sealed class FieldTextTests
{
    [Theory]
    [InlineData(FieldKind.Number, "12,5")]
    [InlineData(FieldKind.Number, "0,25")]
    [InlineData(FieldKind.Number, "1,50,000")]
    [InlineData(FieldKind.Number, "1e999")]
    [InlineData(FieldKind.Percent, "30,5 %")]
    [InlineData(FieldKind.Percent, "0,3")]
    [InlineData(FieldKind.Money, "12,50 USD")]
    [InlineData(FieldKind.Interval, "0,2..0,9")]
    [InlineData(FieldKind.Interval, "1..1e999")]
    public void A_comma_that_may_mean_two_things_is_refused(FieldKind kind, string typed) =>
        Assert.Null(FieldText.Read(kind, typed));

    [Theory]
    [InlineData(FieldKind.Number, "12.5", "12.5")]
    [InlineData(FieldKind.Number, "1,500", "1500")]
    [InlineData(FieldKind.Number, "-1,234,567.5", "-1234567.5")]
    [InlineData(FieldKind.Percent, "30.5 %", "0.305")]
    [InlineData(FieldKind.Money, "350,000 USD", "350000 USD")]
    [InlineData(FieldKind.Interval, "1,500..2,000", "1500..2000")]
    [InlineData(FieldKind.Interval, "..0.9", "..0.9")]
    public void Thousands_may_be_grouped(FieldKind kind, string typed, string read) =>
        Assert.Equal(read, FieldText.Write(FieldText.Read(kind, typed)!));
}
