using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Configuration;

namespace PersonalizationEngine.Functions.GraphQl.Access;

/// <summary>
/// Whether a key is the master key. Only the host knows its keys, and it does not tell functions which one opened them; so it
/// is asked with the key in hand for a function that the master key alone opens. In every host that is the same question, with
/// the answer that its REST endpoints give. What it says is kept for a minute.
/// </summary>
internal sealed class MasterKey(IConfiguration configuration, TimeProvider time) : IDisposable
{
    internal const string NotMaster = "the master key opens it, in x-functions-key";

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1), Patience = TimeSpan.FromSeconds(5);

    private readonly HttpClient _host = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = Patience };
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 1000 });

    /// <returns>Null for the master key.</returns>
    public async Task<string?> WhyNotAsync(string key, CancellationToken cancellationToken)
    {
        // A key that cannot be a header's value opens nothing.
        if (key.Any(character => character is < ' ' or > '~')) return NotMaster;
        var name = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        if (_known.TryGetValue(name, out (bool IsMaster, long At) known) && time.GetElapsedTime(known.At) < Remembered)
            return known.IsMaster ? null : NotMaster;
        if (await AskAsync(key, cancellationToken) is not { } isMaster)
            return "whether the key is the master key could not be found out: the host did not answer at its own address, WEBSITE_HOSTNAME";
        _known.Set(name, (isMaster, time.GetTimestamp()), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Remembered });
        return isMaster ? null : NotMaster;
    }

    public void Dispose()
    {
        _known.Dispose();
        _host.Dispose();
    }

    /// <returns>Null when the host could not be asked.</returns>
    private async Task<bool?> AskAsync(string key, CancellationToken cancellationToken)
    {
        if (OwnAddress.Of(configuration) is not { } address) return null;
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, MasterKeyFunction.Route));
        if (key.Length > 0) request.Headers.TryAddWithoutValidation("x-functions-key", key);
        try
        {
            using var answer = await _host.SendAsync(request, cancellationToken);
            return (int)answer.StatusCode switch { 204 => true, 401 or 403 => false, _ => null };
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
