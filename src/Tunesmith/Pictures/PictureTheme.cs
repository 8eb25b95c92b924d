namespace Tunesmith.Pictures;

/// <summary>For which background a picture has its colours.</summary>
public enum PictureTheme
{
    /// <summary>Light, and on a screen whose user prefers dark, dark. In print it is light.</summary>
    Auto,

    /// <summary>Dark on white.</summary>
    Light,

    /// <summary>Light on near black.</summary>
    Dark,
}
