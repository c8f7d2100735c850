"""Pictures: drawn anew from their points, so that nothing but the points is left."""

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from fanlight.speakup.cleaning.refusing import NotClean

MOST_POINTS = 50_000_000
FORMATS = {"JPEG", "PNG", "WEBP", "GIF"}


def clean_image(content: bytes) -> tuple[bytes, str]:
    """The picture, turned the right way up, as PNG or JPEG with its points only. Raises NotClean."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content)) as picture:
                return _drawn_anew(picture)
    except NotClean:
        raise
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise NotClean("it cannot be opened as a picture. A screenshot of it will do") from None
    except Image.DecompressionBombWarning:
        raise NotClean("the picture is too large. A smaller copy or a screenshot will do") from None


def _drawn_anew(picture: Image.Image) -> tuple[bytes, str]:
    if picture.format not in FORMATS:
        raise NotClean("it is not a kind of picture that we know. A screenshot of it will do")
    if picture.width * picture.height > MOST_POINTS:
        raise NotClean("the picture is too large. A smaller copy or a screenshot will do")
    is_photo = picture.format == "JPEG" or (picture.format == "WEBP" and picture.mode == "RGB")
    upright = ImageOps.exif_transpose(picture)
    mode = "RGB" if is_photo else "RGBA" if _has_clear_parts(upright) else "RGB"
    points = upright if upright.mode == mode else upright.convert(mode)
    fresh = Image.new(mode, points.size)  # a new picture: no profile, no notes, no text
    fresh.paste(points)
    target = io.BytesIO()
    if is_photo:
        fresh.save(target, "JPEG", quality=88)
        return target.getvalue(), "jpg"
    fresh.save(target, "PNG")
    return target.getvalue(), "png"


def as_gif(clean: bytes) -> bytes:
    """A clean picture as GIF, for the part of a document that is named so."""
    target = io.BytesIO()
    with Image.open(io.BytesIO(clean)) as picture:
        picture.save(target, "GIF")
    return target.getvalue()


def _has_clear_parts(picture: Image.Image) -> bool:
    return picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info
