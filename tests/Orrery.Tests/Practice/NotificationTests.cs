using Orrery.Practice;

namespace Orrery.Tests.Practice;

public sealed class NotificationTests
{
    [Theory]
    [InlineData("@ada and (@ruth-lindqvist), ask @bo.", "ada,ruth-lindqvist,bo")]
    [InlineData("ada@home.org https://x.org/@ada @@ada", "")]
    [InlineData("@Größe_1 @-x @", "Größe_1")]
    public void Names_stand_after_an_at_sign(string text, string names) =>
        Assert.Equal(names, string.Join(',', Notifications.Mentions(text)));
}
