def read_number(path):
    try:
        with open(path) as file:
            text = file.read()
    except FileNotFoundError as error:
        raise ValueError(path) from error
    except (OSError, UnicodeError):
        return None
    else:
        assert text, "an empty file"
        return int(text)
    finally:
        print(path)
