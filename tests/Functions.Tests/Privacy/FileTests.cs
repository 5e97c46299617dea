using System.Text;
using PersonalizationEngine.Functions.Tests.Running;

namespace PersonalizationEngine.Functions.Tests.Privacy;

/// <summary>What lies in the bytes of the file, whatever its tables say.</summary>
public sealed class FileTests(OwnEngine engine) : IClassFixture<OwnEngine>
{
    [Fact]
    public async Task Erase_AmongOthers_LeavesNoBytesInTheFile()
    {
        var person = await KnownPerson.MakeAsync(engine.Client);
        for (var other = 0; other < 20; other++) await KnownPerson.MakeAsync(engine.Client);

        (await engine.Client.AdminAsync(HttpMethod.Delete, $"people/{person.Customer}")).AssertOk();

        var found = new List<string>();
        foreach (var path in Directory.GetFiles(engine.Process.DataDirectory, "engine.db*"))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            foreach (var secret in person.Secrets.Except([person.Email]))
                if (bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(Encoding.UTF8.GetBytes(secret)) >= 0) found.Add($"{Path.GetFileName(path)}: {secret}");
        }

        Assert.Empty(found);
    }
}
