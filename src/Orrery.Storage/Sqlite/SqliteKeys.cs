using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Orrery.Graph;

namespace Orrery.Storage;

/// <summary>A key ring in one SQLite file. It keeps no log beside it, and overwrites what it deletes.</summary>
/// <remarks>Keys are read once, at opening, and kept in memory.</remarks>
public sealed class SqliteKeys : IKeyRing
{
    // An erased subject keeps its row without a key: sealing for it again would quietly undo the erasure.
    private const string Create = """
        pragma application_id = 1330267481;
        create table if not exists keys (subject blob not null primary key, key blob) without rowid;
        pragma user_version = 1;
        """;

    private const string Add = "insert into keys (subject, key) values ($subject, $key)";
    private const string Erase = """
        insert into keys (subject, key) values ($subject, null)
        on conflict (subject) do update set key = null
        """;

    private readonly string _path;
    private readonly FillRandom _random;
    private readonly SqliteConnection _file;
    private readonly Lock _gate = new();
    private readonly Dictionary<Id, byte[]?> _keys;

    private SqliteKeys(string path, FillRandom random, SqliteConnection file)
    {
        _path = path;
        _random = random;
        _file = file;
        _keys = ReadKeys(file);
    }

    /// <summary>Opens the ring in a file, or begins one there.</summary>
    /// <exception cref="FaultException">It is damaged, or the folder cannot be written.</exception>
    public static SqliteKeys Open(string path, FillRandom random)
    {
        SqliteConnection? file = null;
        try
        {
            file = SqliteFile.OpenWriter(path);
            file.Run("pragma journal_mode = delete; pragma secure_delete = on;");
            if (file.Ask("pragma user_version") == 0)
                file.Run($"begin immediate; {Create} commit;");
            return new SqliteKeys(path, random, file);
        }
        catch (SqliteException failure)
        {
            file?.Dispose();
            throw new FaultException(SqliteFile.FaultOf(failure, path));
        }
    }

    /// <inheritdoc/>
    public Value.Personal Seal(Id subject, Value clear)
    {
        lock (_gate)
        {
            if (!_keys.TryGetValue(subject, out var key))
                key = NewKey(subject);
            return PersonalCipher.Seal(subject, clear, key ?? throw new FaultException(Fault.KeyDestroyed(subject)), _random);
        }
    }

    /// <inheritdoc/>
    public Value.Personal Open(Value.Personal value)
    {
        lock (_gate)
            return value with
            {
                Clear = _keys.GetValueOrDefault(value.Subject) is { } key ? PersonalCipher.Open(value, key) : null,
            };
    }

    /// <inheritdoc/>
    public bool Destroy(Id subject)
    {
        lock (_gate)
        {
            Write(Erase, subject, key: null);
            Run("vacuum");
            var had = _keys.GetValueOrDefault(subject);
            _keys[subject] = null;
            if (had is not null)
                CryptographicOperations.ZeroMemory(had);
            return had is not null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static Dictionary<Id, byte[]?> ReadKeys(SqliteConnection file)
    {
        using var command = file.CreateCommand();
        command.CommandText = "select subject, key from keys";
        using var row = command.ExecuteReader();
        var keys = new Dictionary<Id, byte[]?>();
        while (row.Read())
        {
            var subject = new Id(new Guid(row.GetFieldValue<byte[]>(0), bigEndian: true));
            keys[subject] = row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1);
        }

        return keys;
    }

    private byte[] NewKey(Id subject)
    {
        var key = new byte[PersonalCipher.KeyLength];
        _random(key);
        Write(Add, subject, key);
        return _keys[subject] = key;
    }

    private void Write(string sql, Id subject, byte[]? key)
    {
        try
        {
            using var command = _file.CreateCommand();
            command.CommandText = sql;
            command.Parameters.AddWithValue("$subject", subject.Value.ToByteArray(bigEndian: true));
            if (key is not null)
                command.Parameters.AddWithValue("$key", key);
            command.ExecuteNonQuery();
        }
        catch (SqliteException e)
        {
            throw new FaultException(SqliteFile.FaultOf(e, _path));
        }
    }

    private void Run(string sql)
    {
        try
        {
            _file.Run(sql);
        }
        catch (SqliteException e)
        {
            throw new FaultException(SqliteFile.FaultOf(e, _path));
        }
    }
}
