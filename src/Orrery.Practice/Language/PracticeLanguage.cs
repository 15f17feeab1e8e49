using System.Collections.Immutable;
using Orrery.Query;

namespace Orrery.Practice;

/// <summary>What the practice adds to the query language. All names begin with <c>practice.</c>: functions answer one value, procedures rows.</summary>
public static class PracticeLanguage
{
    /// <summary>What expressions can call.</summary>
    public static ImmutableArray<AddedFunction> Functions { get; } =
    [
        .. FreshnessFunctions.All,
        .. PathFunctions.All,
        .. TeamFunctions.All,
        .. BettingFunctions.All,
        .. LearningFunctions.All,
        .. SettingFunctions.All,
    ];

    /// <summary>What CALL can call.</summary>
    public static ImmutableArray<Procedure> Procedures { get; } =
    [.. PathProcedures.All, .. TeamProcedures.All, .. CompanyProcedures.All, .. SettingFunctions.Procedures];

    internal static ProcedureField In(string name, ProcedureType type = ProcedureType.Any) => new(name, type);
}
