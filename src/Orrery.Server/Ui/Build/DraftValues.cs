using NodaTime;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>Values of conditions, as they are typed and back.</summary>
internal static class DraftValues
{
    /// <summary>What a condition comes to, or null while its value is missing or cannot be read.</summary>
    public static FieldTest? Test(FieldChoice choice, TestChoice how, string typed) =>
        how switch
        {
            TestChoice.IsEmpty => new FieldTest.IsEmpty(),
            TestChoice.IsFilled => new FieldTest.IsFilled(),
            _ when typed.Length == 0 => null,
            TestChoice.Contains => new FieldTest.Contains(typed),
            TestChoice.Has => new FieldTest.Has(Value.Of(typed)),
            _ => FieldText.Read(KindOf(choice), typed) is { IsNothing: false } value
                ? new FieldTest.Compares(Comparison(how), value)
                : null,
        };

    /// <summary>What is typed for a value: the kind of field that a part of one is like.</summary>
    public static FieldKind KindOf(FieldChoice choice) =>
        choice.Part switch
        {
            FieldPart.Whole => choice.Field.Kind,
            FieldPart.Start or FieldPart.End => FieldKind.Date,
            _ => FieldKind.Number,
        };

    /// <summary>The choice that a test is.</summary>
    public static TestChoice HowOf(FieldTest test) =>
        test switch
        {
            FieldTest.Compares compares => Enum.Parse<TestChoice>(compares.Comparison.ToString()),
            FieldTest.Contains => TestChoice.Contains,
            FieldTest.Has => TestChoice.Has,
            FieldTest.IsEmpty => TestChoice.IsEmpty,
            FieldTest.IsFilled => TestChoice.IsFilled,
            _ => throw new System.Diagnostics.UnreachableException($"No choice is {test.GetType().Name}."),
        };

    /// <summary>What stands in the form for a test.</summary>
    public static string Typed(FieldTest test) =>
        test switch
        {
            FieldTest.Compares { With: Value.DateTime { Instant: var moment } }
                when moment.InUtc().TimeOfDay == LocalTime.Midnight => Dates.Iso(moment.InUtc().Date),
            FieldTest.Compares compares => FieldText.Write(compares.With),
            FieldTest.Contains contains => contains.Text,
            FieldTest.Has has => FieldText.Write(has.Item),
            _ => "",
        };

    private static FieldComparison Comparison(TestChoice how) => Enum.Parse<FieldComparison>(how.ToString());
}
