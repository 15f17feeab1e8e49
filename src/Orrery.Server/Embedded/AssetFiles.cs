using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Orrery.Server;

/// <summary>The browser's files, carried in the assembly and served with the hash of their content in the address.</summary>
internal static partial class AssetFiles
{
    private const string Prefix = "assets/";

    // What names others comes last, so that it names them with their hashes.
    private static readonly FrozenDictionary<string, AssetFile> Files = typeof(AssetFiles)
        .Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .OrderBy(name => name.EndsWith(".css", StringComparison.Ordinal))
        .Aggregate(new Dictionary<string, AssetFile>(StringComparer.Ordinal), Add)
        .ToFrozenDictionary();

    /// <summary>The address of a file, which changes when the file does.</summary>
    public static string Address(string name) =>
        Files.TryGetValue(name, out var file) ? $"/assets/{name}?v={file.Hash}" : $"/assets/{name}";

    /// <summary>What a text file says.</summary>
    public static string Text(string name) => Encoding.UTF8.GetString(Files[name].Bytes);

    // A style that named a font without its hash had it asked for anew with every page, and letters came late.
    [GeneratedRegex("""url\("?\./(?<name>[\w.-]+)"?\)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Named { get; }

    private static Dictionary<string, AssetFile> Add(Dictionary<string, AssetFile> files, string resource)
    {
        var bytes = Read(resource);
        if (resource.EndsWith(".css", StringComparison.Ordinal))
            bytes = Encoding.UTF8.GetBytes(Named.Replace(Encoding.UTF8.GetString(bytes), named => Hashed(files, named)));
        files.Add(resource[Prefix.Length..], new(Path.GetExtension(resource), bytes));
        return files;
    }

    private static string Hashed(Dictionary<string, AssetFile> files, Match named) =>
        files.TryGetValue(named.Groups["name"].Value, out var file)
            ? $"url(./{named.Groups["name"].Value}?v={file.Hash})"
            : named.Value;

    private static byte[] Read(string resource)
    {
        using var stream = typeof(AssetFiles).Assembly.GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public static void MapAssets(this IEndpointRouteBuilder routes) => routes.MapGet("/assets/{name}", Serve);

    private static IResult Serve(string name, HttpContext context)
    {
        if (!Files.TryGetValue(name, out var file))
            return Results.NotFound();
        var headers = context.Response.Headers;
        headers.CacheControl = context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
        headers.ETag = $"\"{file.Hash}\"";
        headers.Vary = "Accept-Encoding";
        if (context.Request.Headers.IfNoneMatch == headers.ETag)
            return Results.StatusCode(StatusCodes.Status304NotModified);
        if (!file.IsText || !context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
            return Results.Bytes(file.Bytes, file.ContentType);
        headers.ContentEncoding = "br";
        return Results.Bytes(file.Packed, file.ContentType);
    }

    private sealed class AssetFile
    {
        private readonly Lazy<byte[]> _packed;

        public AssetFile(string ending, byte[] bytes)
        {
            Bytes = bytes;
            Hash = Convert.ToHexStringLower(SHA256.HashData(Bytes).AsSpan(0, 6));
            ContentType = ending switch
            {
                ".js" => "text/javascript; charset=utf-8",
                ".css" => "text/css; charset=utf-8",
                ".svg" => "image/svg+xml",
                ".woff2" => "font/woff2",
                _ => "application/octet-stream",
            };
            _packed = new(Pack);
        }

        public byte[] Bytes { get; }

        public byte[] Packed => _packed.Value;

        public string Hash { get; }

        public string ContentType { get; }

        public bool IsText => ContentType != "font/woff2";

        private byte[] Pack()
        {
            using var packed = new MemoryStream();
            using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
                brotli.Write(Bytes);
            return packed.ToArray();
        }
    }
}
