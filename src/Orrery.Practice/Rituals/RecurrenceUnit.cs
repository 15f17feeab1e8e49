namespace Orrery.Practice;

/// <summary>What a recurrence counts in.</summary>
public enum RecurrenceUnit
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks, from Monday on.</summary>
    Week,

    /// <summary>Months of the calendar.</summary>
    Month,

    /// <summary>Years of the calendar.</summary>
    Year,
}
