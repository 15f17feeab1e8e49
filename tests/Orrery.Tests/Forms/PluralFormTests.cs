using System.Globalization;
using Orrery.Server;

namespace Orrery.Tests.Forms;

/// <summary>The numbers that the Unicode CLDR gives as samples of each form.</summary>
public sealed class PluralFormTests
{
    [Theory]
    [InlineData(null, "one", "1")]
    [InlineData("en-GB", "other", "0 2 11 21 100")]
    [InlineData("de", "one", "1")]
    [InlineData("ja", "other", "0 1 2 5 100")]
    [InlineData("fr", "one", "0 1")]
    [InlineData("fr", "other", "2 3 17 100")]
    [InlineData("ru", "one", "1 21 31 101 1001")]
    [InlineData("ru", "few", "2 3 4 22 24 102")]
    [InlineData("uk", "many", "0 5 11 12 14 19 100 111 1000")]
    [InlineData("pl", "one", "1")]
    [InlineData("pl", "few", "2 3 4 22 34 102")]
    [InlineData("pl", "many", "0 5 11 12 14 21 31 100 101")]
    [InlineData("cs", "few", "2 3 4")]
    [InlineData("cs", "other", "0 5 11 22 100")]
    [InlineData("sl", "two", "2 102 202")]
    [InlineData("sl", "few", "3 4 103 104")]
    [InlineData("lt", "one", "1 21 31 101")]
    [InlineData("lt", "few", "2 9 22 29 102")]
    [InlineData("lt", "other", "0 10 11 19 20 30 111")]
    [InlineData("lv", "zero", "0 10 11 19 20 30 100")]
    [InlineData("lv", "one", "1 21 31 101")]
    [InlineData("ro", "few", "0 2 16 102 1002 101")]
    [InlineData("ro", "other", "20 35 100")]
    [InlineData("ar", "zero", "0")]
    [InlineData("ar-EG", "two", "2")]
    [InlineData("ar", "few", "3 10 103 110 1003")]
    [InlineData("ar", "many", "11 26 99 111 1011")]
    [InlineData("ar", "other", "100 102 200 202 1000")]
    [InlineData("he", "two", "2")]
    [InlineData("ga", "many", "7 10")]
    [InlineData("cy", "many", "6")]
    [InlineData("hr", "other", "0 5 19 100")]
    [InlineData("is", "one", "1 21 31 101")]
    [InlineData("xx", "other", "0 2")]
    public void A_number_takes_the_form_that_the_language_has_for_it(string? locale, string form, string counts) =>
        Assert.All(
            counts.Split(' ').Select(count => long.Parse(count, CultureInfo.InvariantCulture)),
            count => Assert.Equal(form, PluralForms.Of(locale, count))
        );
}
