using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using EmbeddedHost.Hosting;
using EmbeddedHost.Settings;
using Microsoft.Extensions.Configuration;

namespace EmbeddedHost.Keys;

/// <summary>
/// The keys kept in keys.json. <c>HOST_MASTER_KEY</c> and <c>HOST_DEFAULT_KEY</c> stand above the file and are never written;
/// what neither gives is generated, written, and shown once on standard output.
/// </summary>
internal static class KeyFile
{
    private const string FileName = "keys.json";
    private const int KeyBytes = 32;

    public static KeyRing Open(DataFolder folder, IConfiguration configuration, TextWriter output, StartFaults faults)
    {
        var kept = Read(folder, faults);
        var masterGiven = NonEmpty(configuration["HOST_MASTER_KEY"]);
        var defaultGiven = NonEmpty(configuration["HOST_DEFAULT_KEY"]);
        var complete = kept with
        {
            Master = NonEmpty(kept.Master) ?? (masterGiven is null ? NewKey() : null),
            Default = NonEmpty(kept.Default) ?? (defaultGiven is null ? NewKey() : null),
        };

        if (complete != kept)
        {
            folder.Replace(FileName, JsonSerializer.SerializeToUtf8Bytes(complete, KeyJson.Default.KeyFileContent));
            output.WriteLine($"New keys, shown only now and kept in {folder.PathOf(FileName)}:");
            if (complete.Default != kept.Default) output.WriteLine($"  default {complete.Default}");
            if (complete.Master != kept.Master) output.WriteLine($"  _master {complete.Master}");
        }

        return new KeyRing(
            (masterGiven ?? complete.Master)!,
            (defaultGiven ?? complete.Default)!,
            new Dictionary<string, string>(complete.Functions, StringComparer.OrdinalIgnoreCase));
    }

    private static KeyFileContent Read(DataFolder folder, StartFaults faults)
    {
        if (folder.Read(FileName) is not { } json) return new KeyFileContent();
        try
        {
            return JsonSerializer.Deserialize(json, KeyJson.Default.KeyFileContent) ?? new KeyFileContent();
        }
        catch (JsonException mistake)
        {
            faults.Add($"{folder.PathOf(FileName)} cannot be read as keys: {mistake.Message}");
            faults.ThrowIfAny();
            throw;
        }
    }

    private static string NewKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));

    private static string? NonEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
