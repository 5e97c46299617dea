namespace PersonalizationEngine.Adapters.Gorse.Wire;

internal sealed record GorseHealthStatus(bool Ready, bool DataStoreConnected, bool CacheStoreConnected);
