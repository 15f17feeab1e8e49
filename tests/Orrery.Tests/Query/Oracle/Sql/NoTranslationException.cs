namespace Orrery.Tests.Query.Oracle.Sql;

/// <summary>This part of openCypher is not among what the twin says in SQL.</summary>
public sealed class NoTranslationException(string part) : Exception($"No translation: {part}.");
