using System.Security.Cryptography;
using System.Text.Json;

namespace PersonalizationEngine.Adapters.Files;

/// <summary>
/// Credentials made at the first start of an installation that was given none, kept in a file that only its owner may read.
/// </summary>
/// <param name="Secret">For senders that sign, with <c>whsec_</c>.</param>
/// <param name="Token">For senders that cannot.</param>
/// <param name="DecisionKey">Seals decision ids; base64 of 32 bytes.</param>
public sealed record LocalCredentials(string Secret, string Token, string DecisionKey)
{
    public const string FileName = "webhook-credentials.json";

    /// <exception cref="InvalidDataException">The file is there and cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be made, or another start is making it.</exception>
    public static LocalCredentials ReadOrMake(string directory)
    {
        var path = Path.Combine(directory, FileName);
        return Read(path) ?? MakeAlone(path);
    }

    private static LocalCredentials? Read(string path)
    {
        if (!File.Exists(path)) return null;
        try
        {
            var read = JsonSerializer.Deserialize(File.ReadAllBytes(path), CredentialsJson.Default.LocalCredentials);
            return read is { Secret.Length: > 0, Token.Length: > 0, DecisionKey.Length: > 0 } ? read : throw new JsonException();
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{path} must hold secret, token and decision_key as JSON texts; without the file new ones are made.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>One start at a time, so that none keeps credentials that another one has overwritten.</summary>
    private static LocalCredentials MakeAlone(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var turn = new FileStream(
            path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        return Read(path) ?? Make(path);
    }

    private static LocalCredentials Make(string path)
    {
        var made = new LocalCredentials(
            "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)),
            Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        // Written aside and moved: a crash leaves no half file that the next start would stumble over.
        var draft = path + ".new";
        File.Delete(draft);
        using (var file = new FileStream(draft, options)) JsonSerializer.Serialize(file, made, CredentialsJson.Default.LocalCredentials);
        File.Move(draft, path, overwrite: true);
        return made;
    }
}
